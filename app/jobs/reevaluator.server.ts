import type { Store } from '#db/client.server'
import { listNewlyFitting, reevaluateAudiences } from '~/domain/pathways/reevaluating.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { type DaysDone, inTurnsOf, onNewDays } from './districts.server'

/** How many members one transaction asks about, so that others write in between. */
const MEMBERS_A_TURN = 200

/**
 * Once a day in each district, enrolls who fits an assignment because of the day alone: an affiliation
 * has begun, or a completion has lapsed. One where it fails does not keep the others from it, and has
 * its turn again at the next look.
 *
 * @param reevaluated the last day on which it was done, by the id of the district; it is kept up
 * @returns how many enrollments were opened
 */
export async function reevaluateOnNewDays(
  store: Store,
  reevaluated: DaysDone,
  now: Date,
  report: (error: unknown) => void,
) {
  return onNewDays(store, reevaluated, now, report, (district) =>
    reevaluateDistrict(store, district, now),
  )
}

async function reevaluateDistrict(store: Store, district: District, now: Date) {
  const memberIds = await listNewlyFitting(scopeOf(store.read, district, SYSTEM, now))
  return inTurnsOf(MEMBERS_A_TURN, memberIds, (some) =>
    store.write((tx) => reevaluateAudiences(writeScopeOf(tx, district, SYSTEM, now), some)),
  )
}
