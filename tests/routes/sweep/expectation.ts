import type { TestStore } from '../../support/database'
import type { Form } from '../../support/requests'
import type { Person, world } from '../../support/world'
import type { Context } from '~/http/context.server'
import type { Who } from './actors'
import type { Verdict } from './verdict'

/** A district of the world: both have the same rows, under their own ids. */
export type District = typeof world.southside

/** Who gets an answer. Whoever is not named gets 404, as if there were nothing. */
export type Access = {
  open: readonly Who[]
  /** Who may know of it but not do it: 403. */
  forbidden?: readonly Who[]
  /** What the path names is the same in every district, and no row of any. */
  isOfNobody?: boolean
}

/** Who may do something. */
export type Action = Access & {
  /** A form that is right. Made anew for each attempt. */
  form: () => Form
  /** What a form gets that names rows of another district. */
  foreign?: Verdict
  /** Done by one, it can be done by the next on the same database. */
  isRepeatable?: boolean
}

/** What a route below `/d/:district` answers to whom. */
export type Expectation = {
  /** The sample for each parameter of the path. */
  parameters?: Record<string, string>
  /** What stands in the query. */
  query?: () => Record<string, string>
  /** Whose it is, if not Ana's. */
  owner?: Person
  loader?: Access
  /** What its action does; several where a button says which. */
  action?: Action | Action[]
  /** Adds what the world lacks; it is called with each new database. */
  arrange?: (store: TestStore, now: Date) => Promise<Partial<Context> | void>
}

/** What a route outside of the districts answers. */
export type OpenExpectation = {
  parameters?: Record<string, string>
  loader?: Visitors
  action?: Visitors & { form: () => Form }
}

type Visitors = {
  /** To nobody who is signed in, and to everybody who is. */
  stranger: Verdict
  signedIn: Verdict
}

/** The expectations by module: `activities/show.tsx`. */
export type Table = Record<string, Expectation>
