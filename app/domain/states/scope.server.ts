import type { Db } from '#db/client.server'
import { forState, isStateViewer, type StateDb } from '#db/state.server'
import { STATES } from '../people/states'

export { listStatesOf } from '#db/state.server'

/** What every query of a state begins with: which state, and its closed months alone. */
export type StateScope = { state: { code: string; name: string }; now: Date; db: StateDb }

/**
 * A scope of a state for somebody who may compare its districts.
 *
 * @param code the postal code, in either case
 * @returns null for anybody else, and for what is no state
 */
export async function findStateScope(
  db: Db,
  userId: string,
  code: string,
  now: Date,
): Promise<StateScope | null> {
  const state = code.toUpperCase()
  const name = STATES[state]
  if (!name || !(await isStateViewer(db, userId, state))) return null
  return { state: { code: state, name }, now, db: forState(db, state) }
}
