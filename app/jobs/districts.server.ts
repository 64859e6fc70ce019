import type { Store } from '#db/client.server'
import { districts } from '#db/schema'
import { type Day, dayIn } from '~/domain/calendar'
import type { District } from '~/domain/scope.server'

/** The last day on which some work was done, by the id of the district. */
export type DaysDone = Map<number, Day>

/**
 * Works for every district, one after the other. Where it fails, that district does not keep the others
 * from it.
 *
 * @returns what the districts gave, added up
 */
export async function inEachDistrict(
  store: Store,
  report: (error: unknown) => void,
  work: (district: District) => Promise<number>,
) {
  let total = 0
  for (const district of await store.read.select().from(districts).orderBy(districts.id)) {
    try {
      total += await work(district)
    } catch (error) {
      report(error)
    }
  }
  return total
}

/**
 * As `inEachDistrict`, only where a day has begun since the last time: midnight in the district decides.
 * One that began while the server was down is made up for; where it fails, it has its turn again at the
 * next look.
 *
 * @param done is kept up
 */
export const onNewDays = (
  store: Store,
  done: DaysDone,
  now: Date,
  report: (error: unknown) => void,
  work: (district: District) => Promise<number>,
) =>
  inEachDistrict(store, report, async (district) => {
    const today = dayIn(district.timeZone, now)
    if (done.get(district.id) === today) return 0
    const result = await work(district)
    done.set(district.id, today)
    return result
  })
