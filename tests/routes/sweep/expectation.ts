import type { TestStore } from '../../support/database'
import type { Form } from '../../support/requests'
import type { Context } from '~/http/context.server'
import type { Who } from './actors'

/** Who gets an answer. Whoever is not named gets 404, as if there were nothing. */
export type Access = {
  open: readonly Who[]
  /** Who may see it but not do it: 403. */
  forbidden?: readonly Who[]
}

/** What a route below `/d/:district` answers to whom. */
export type Expectation = {
  /** The sample for each parameter of the path: ids of northside. */
  parameters?: Record<string, string>
  /** What stands in the query; ids of northside. */
  query?: () => Record<string, string>
  loader?: Access
  action?: Access & {
    /** A form that is right; what it names is northside's. Made anew for each attempt. */
    form: () => Form
    /** The form names rows by their ids: the other district gets nothing with it either. */
    namesRows?: boolean
  }
  /** What the world lacks; it is called with each new database. */
  arrange?: (store: TestStore) => Promise<Partial<Context> | void>
  /** The parameter is chosen by whoever sends the form, so an unknown one is a new one. */
  isChosenByForm?: boolean
}

/** What a route outside of the districts answers. */
export type OpenExpectation = {
  parameters?: Record<string, string>
  loader?: Visitors
  action?: Visitors & { form: () => Form }
}

type Visitors = {
  /** To nobody who is signed in, and to everybody who is. */
  stranger: 'allowed' | 'to sign in' | 'not found'
  signedIn: 'allowed' | 'not found'
}

/** The expectations by module: `activities/show.tsx`. */
export type Table = Record<string, Expectation>
