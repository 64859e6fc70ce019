import { nameWorld } from '#db/seed/names'

export { DEMO_PASSWORD, type Person } from '#db/seed/names'

/** The people and rows that each test's database holds, by name. */
export const world = nameWorld()

/** The moment at which every test takes place, unless it says otherwise: a Friday in November. */
export const WORLD_NOW = new Date('2026-11-20T15:00:00Z')

/** The day it is then in both districts. */
export const WORLD_TODAY = '2026-11-20'

/** `DEMO_PASSWORD`, hashed with the parameters of the product. */
export const DEMO_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$quprWaXA5WZb+Ic5cWxmZA$ysy2wMrnwtpMTXKQLakLXOQeNmQjQHQz483hjIwoaks'
