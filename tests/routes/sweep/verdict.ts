import type { Context } from '~/http/context.server'
import type { TestStore } from '../../support/database'
import { type Answer, type Form, send, visit } from '../../support/requests'
import type { Person } from '../../support/world'
import { fill, type Route, type RouteModule } from './routes'

/** What a request came to; a refused form is `422` and the fields that are not right. */
export type Verdict = 'allowed' | 'not found' | 'forbidden' | 'to sign in' | (string & {})

/** Where requests go: a database, and what the host has besides. */
export type Desk = { store: TestStore; context: Partial<Context> }

export type Attempt = {
  as: Person | null
  parameters: Record<string, string>
  query?: Record<string, string>
  /** With a form the action is asked, without one the loader. */
  form?: Form
}

/** Asks a route, alone, as somebody; an error that escapes it is a verdict as well. */
export async function attempt(
  { store, context }: Desk,
  route: Route,
  module: RouteModule,
  { as, parameters: params, query = {}, form }: Attempt,
): Promise<Verdict> {
  const search = new URLSearchParams(query).toString()
  const url = fill(route.path, params) + (search && `?${search}`)
  const given = { store, context, as, url, params }
  try {
    return verdictOf(form ? await send(module, { ...given, form }) : await visit(module, given))
  } catch (error) {
    return `error: ${error instanceof Error ? error.message : String(error)}`
  }
}

function verdictOf({ status, redirect, error }: Answer): Verdict {
  if (redirect !== null) return /^\/sign-in(\?|$)/.test(redirect) ? 'to sign in' : 'allowed'
  if (status === 404) return 'not found'
  if (status === 403) return 'forbidden'
  return status < 400 && !error ? 'allowed' : `${status} ${Object.keys(error ?? {}).join()}`
}
