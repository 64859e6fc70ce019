import type { Store } from '#db/client.server'
import {
  followUpCompletions,
  listDistrictsToFollowUp,
  listToFollowUp,
} from '~/domain/follow-up/completed.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { inEachDistrict, inTurnsOf } from './districts.server'
import { repeat, type Repeating } from './repeat'

type Options = {
  /** Milliseconds between looks for members who wait. */
  pause?: number
  report?: (error: unknown) => void
  now?: () => Date
}

const TWO_SECONDS = 2000
/** How many members one transaction follows up, so that others write in between. */
const MEMBERS_A_TURN = 200

/**
 * Soon after pathways were completed for many people at once, does what else follows from it for them. What
 * a stop of the server interrupts goes on where it was.
 */
export function startFollower(
  store: Store,
  { pause = TWO_SECONDS, report = () => {}, now = () => new Date() }: Options = {},
): Repeating {
  return repeat(() => followUpWaiting(store, now(), report), pause, report)
}

/**
 * Follows up all who wait, district after district; one where it fails does not keep the others from it.
 *
 * @returns how many members it was about
 */
export const followUpWaiting = (store: Store, now: Date, report: (error: unknown) => void) =>
  inEachDistrict(
    store,
    report,
    (district) => followUpDistrict(store, district, now),
    listDistrictsToFollowUp,
  )

async function followUpDistrict(store: Store, district: District, now: Date) {
  const memberIds = await listToFollowUp(scopeOf(store.read, district, SYSTEM, now))
  return inTurnsOf(MEMBERS_A_TURN, memberIds, async (some) => {
    await store.write((tx) => followUpCompletions(writeScopeOf(tx, district, SYSTEM, now), some))
    return some.length
  })
}
