import type { Person } from '../../support/world'
import type { District } from './expectation'

/** Who asks, in relation to Ana, an educator of the middle school who owns most of what is asked for. */
export const ACTORS = {
  owner: 'ana',
  colleague: 'ben',
  principal: 'mara',
  'another principal': 'dev',
  coordinator: 'ming',
  administrator: 'rosa',
  auditor: 'ida',
} as const satisfies Record<string, keyof District>

export type Who = keyof typeof ACTORS

export const EVERYBODY = Object.keys(ACTORS) as Who[]

/** Who has a record of their own: everybody but the auditor. */
export const LEARNERS = EVERYBODY.filter((who) => who !== 'auditor')

/** The person of a district; `owner` may be somebody else than Ana. */
export const actorOf = (district: District, who: Who, owner?: Person): Person =>
  who === 'owner' && owner ? owner : district[ACTORS[who]]
