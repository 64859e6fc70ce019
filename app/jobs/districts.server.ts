import { setImmediate as letOthersIn } from 'node:timers/promises'
import type { Db, Store } from '#db/client.server'
import { inArray } from '#db/query.server'
import { districts } from '#db/schema'
import { type Day, dayIn } from '~/domain/calendar'
import { batchesOf } from '~/domain/grouping'
import type { District } from '~/domain/scope.server'

/** The last day on which some work was done, by the id of the district. */
export type DaysDone = Map<number, Day>

/**
 * Works for every district, one after the other. Where it fails, that district does not keep the others
 * from it.
 *
 * @param among the ids of the districts where there is anything to do; without it, that is all of them
 * @returns what the districts gave, added up
 */
export async function inEachDistrict(
  store: Store,
  report: (error: unknown) => void,
  work: (district: District) => Promise<number>,
  among?: (db: Db) => Promise<number[]>,
) {
  const ids = await among?.(store.read)
  if (ids?.length === 0) return 0
  const found = await store.read
    .select()
    .from(districts)
    .where(ids && inArray(districts.id, ids))
    .orderBy(districts.id)
  return inTurns(found, async (district) => {
    try {
      return await work(district)
    } catch (error) {
      report(error)
      return 0
    }
  })
}

/**
 * Works for one after the other, and lets requests in between: SQLite answers at once, so that work which
 * awaits nothing but the database would keep them waiting until its end.
 *
 * @returns what all gave, added up
 */
export async function inTurns<Item>(items: Item[], work: (item: Item) => Promise<number>) {
  let total = 0
  for (const item of items) {
    await letOthersIn()
    total += await work(item)
  }
  return total
}

/** As `inTurns`, for so many at once. */
export const inTurnsOf = <Item>(
  size: number,
  items: Item[],
  work: (some: Item[]) => Promise<number>,
) => inTurns(batchesOf(items, size), work)

/** Works as long as there is more, and lets requests in between. */
export async function untilDone(work: () => Promise<boolean>) {
  let isMore = true
  while (isMore) {
    await letOthersIn()
    isMore = await work()
  }
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
