import type { Store } from '#db/client.server'
import { apart } from '#db/kept.server'
import { closeMonth, listOpenMonths, makeMonth } from '~/domain/states/closing.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { type DaysDone, inTurns, onNewDays } from './districts.server'

/**
 * Once a day in each district, makes the figures of the months that are over and have none yet, for its
 * state. A district where it fails does not keep the others from it, and has its turn again at the next
 * look.
 *
 * @param closed the last day on which it was done, by the id of the district; it is kept up
 * @returns how many months were closed
 */
export const closeMonthsOnNewDays = (
  store: Store,
  closed: DaysDone,
  now: Date,
  report: (error: unknown) => void,
) => onNewDays(store, closed, now, report, (district) => closeMonths(store, district, now))

async function closeMonths(store: Store, district: District, now: Date) {
  const scope = scopeOf(apart(store.read), district, SYSTEM, now)
  const months = await listOpenMonths(scope)
  return inTurns(months, async (asOf) => {
    const figures = await makeMonth(scope, asOf)
    await store.write((tx) => closeMonth(writeScopeOf(tx, district, SYSTEM, now), asOf, figures))
    return 1
  })
}
