import { world } from '../../support/world'

const { northside, southside } = world

/** Who asks, in relation to Ana, an educator of the middle school who owns most of what is asked for. */
export const ACTORS = {
  owner: northside.ana,
  colleague: northside.ben,
  principal: northside.mara,
  'another principal': northside.dev,
  coordinator: northside.ming,
  administrator: northside.rosa,
  auditor: northside.ida,
} as const

export type Who = keyof typeof ACTORS

/** The most powerful person of the other district. */
export const STRANGER = southside.rosa

export const EVERYBODY = Object.keys(ACTORS) as Who[]

/** Who has a record of their own: everybody but the auditor. */
export const LEARNERS = EVERYBODY.filter((who) => who !== 'auditor')

/** Everybody but some. */
export const butFor = (...some: Who[]) => EVERYBODY.filter((who) => !some.includes(who))
