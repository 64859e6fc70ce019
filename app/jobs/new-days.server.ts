import type { Store } from '#db/client.server'
import { districts } from '#db/schema'
import { type Day, dayIn } from '~/domain/calendar'
import type { District } from '~/domain/scope.server'

/** The last day on which some work was done, by the id of the district. */
export type DaysDone = Map<number, Day>

/**
 * Works for every district, and says whether a day has begun there since it last did: midnight in the district
 * decides. Where it fails, that district does not keep the others from it, and has its turn again at the next look.
 *
 * @param done is kept up
 * @returns what the districts gave, added up
 */
export async function inEachDistrict(
  store: Store,
  done: DaysDone,
  now: Date,
  report: (error: unknown) => void,
  work: (district: District, isNewDay: boolean) => Promise<number>,
) {
  let total = 0
  for (const district of await store.read.select().from(districts).orderBy(districts.id)) {
    try {
      const today = dayIn(district.timeZone, now)
      total += await work(district, done.get(district.id) !== today)
      done.set(district.id, today)
    } catch (error) {
      report(error)
    }
  }
  return total
}

/** As `inEachDistrict`, only where a day has begun; one that began while the server was down is made up for. */
export const onNewDays = (
  store: Store,
  done: DaysDone,
  now: Date,
  report: (error: unknown) => void,
  work: (district: District) => Promise<number>,
) =>
  inEachDistrict(store, done, now, report, async (district, isNewDay) =>
    isNewDay ? work(district) : 0,
  )
