import { addDays, type Day } from '../calendar'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import { daysOf } from './hours.server'
import { affiliationsIn } from './people.server'
import type { SomeDays } from './reason'
import type { Period } from './state-file'

/** When somebody has earned hours, from the first day to the last, and since when they are employed. */
export type Earned = Period & { memberId: string; hiredOn: Day | null }

/** Days with hours that lie before the day of hire, and those on which somebody worked nowhere here. */
export type Outside = { beforeHire: SomeDays | null; nowhere: SomeDays | null }

/**
 * The days with hours that no affiliation covers, by member. Only of those whose days are looked up one by
 * one between whose first and last day there is such a day at all.
 */
export async function daysOutside(
  scope: Scope,
  period: Period,
  earned: readonly Earned[],
): Promise<Map<string, Outside>> {
  const worked = await affiliationsIn(scope, period)
  const spans = new Map(
    earned.map(({ memberId }) => [memberId, spansOf(worked.get(memberId) ?? [])]),
  )
  const suspects = earned.filter(
    ({ memberId, hiredOn, first, last }) =>
      isBefore(first, hiredOn) ||
      !spans.get(memberId)!.some((span) => span.first <= first && span.last >= last),
  )
  const hired = new Map(suspects.map(({ memberId, hiredOn }) => [memberId, hiredOn]))
  const days = await daysOf(scope, period, [...hired.keys()])
  return new Map(
    [...groupBy(days, ({ memberId }) => memberId)].map(([memberId, own]) => {
      const hiredOn = hired.get(memberId)!
      const isCovered = (day: Day) =>
        spans.get(memberId)!.some((span) => span.first <= day && day <= span.last)
      const all = own.map(({ day }) => day)
      const later = all.filter((day) => !isBefore(day, hiredOn))
      return [
        memberId,
        {
          beforeHire: someOf(all.filter((day) => isBefore(day, hiredOn))),
          nowhere: someOf(later.filter((day) => !isCovered(day))),
        },
      ]
    }),
  )
}

const isBefore = (day: Day, hiredOn: Day | null) => hiredOn !== null && day < hiredOn

const someOf = (days: Day[]): SomeDays | null =>
  days[0] === undefined ? null : { first: days[0], count: days.length }

const FOREVER = '9999-12-31'

/** Times that touch each other, or overlap, as one. */
function spansOf(times: readonly { startedOn: Day; endedOn: Day | null }[]): Period[] {
  const spans: Period[] = []
  const sorted = times.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
  for (const { startedOn: first, endedOn } of sorted) {
    const last = endedOn ?? FOREVER
    const open = spans.at(-1)
    if (!open || first > dayAfter(open.last)) spans.push({ first, last })
    else if (last > open.last) open.last = last
  }
  return spans
}

const dayAfter = (day: Day) => (day === FOREVER ? day : addDays(day, 1))
