import type { MonthFigures } from '#db/schema'
import { byStrength } from '../evidence/evidence'
import {
  roundedCount,
  roundedMinutes,
  roundedPercent,
  SMALLEST_SHARED,
  SMALLEST_SHOWN,
} from '../reports/suppression'

/**
 * What a state may know of a district in a month. All else that it is shown is reckoned from these
 * values alone, so that no sum, difference, filter or file can tell more than they do.
 */
export type PublishedMonth = Omit<MonthFigures, 'yardstick'>

/**
 * The figures of a month as a state may see them: nothing of a district with fewer than five educators,
 * and no group of fewer than five; people and submissions to the nearest five, minutes to the nearest
 * ten hours.
 *
 * @returns null where nothing may be shown
 */
export function publish(month: MonthFigures): PublishedMonth | null {
  if (month.educators < SMALLEST_SHOWN) return null
  return {
    educators: roundedCount(month.educators),
    atOrAbove: roundedCount(month.atOrAbove),
    inThreeYears: roundedCount(month.inThreeYears),
    minutesByKind: mapped(month.minutesByKind, roundedMinutes),
    minutesByStrength: mapped(month.minutesByStrength, roundedMinutes),
    groups: month.groups
      .filter(({ educators }) => educators >= SMALLEST_SHOWN)
      .map((group) => ({
        ...group,
        educators: roundedCount(group.educators),
        atOrAbove: roundedCount(group.atOrAbove),
      })),
    approvals: mapped(month.approvals, roundedCount),
  }
}

const mapped = <R extends Record<string, number>>(row: R, change: (value: number) => number) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)])) as R

/** What several districts come to: their published values added up. */
export function addUp(months: readonly PublishedMonth[]): PublishedMonth {
  const sum: PublishedMonth = {
    educators: 0,
    atOrAbove: 0,
    inThreeYears: 0,
    minutesByKind: {},
    minutesByStrength: byStrength(() => 0),
    groups: [],
    approvals: { decided: 0, inTime: 0, waiting: 0, late: 0 },
  }
  const groups = new Map<string, PublishedMonth['groups'][number]>()
  for (const month of months) {
    sum.educators += month.educators
    sum.atOrAbove += month.atOrAbove
    sum.inThreeYears += month.inThreeYears
    add(sum.minutesByKind, month.minutesByKind)
    add(sum.minutesByStrength, month.minutesByStrength)
    add(sum.approvals, month.approvals)
    for (const { line, group, educators, atOrAbove } of month.groups) {
      const own = groups.get(`${line}/${group}`) ?? { line, group, educators: 0, atOrAbove: 0 }
      own.educators += educators
      own.atOrAbove += atOrAbove
      groups.set(`${line}/${group}`, own)
    }
  }
  return { ...sum, groups: [...groups.values()] }
}

function add(sum: Record<string, number>, values: Record<string, number>) {
  for (const [key, value] of Object.entries(values)) sum[key] = (sum[key] ?? 0) + value
}

/** The share of the educators at or above the yardstick, in whole percent; null where they are too few. */
export const shareOf = ({ educators, atOrAbove }: { educators: number; atOrAbove: number }) =>
  educators < SMALLEST_SHARED ? null : roundedPercent(atOrAbove, educators)

/** All minutes of a month. */
export const minutesOf = ({ minutesByKind }: Pick<PublishedMonth, 'minutesByKind'>) =>
  Object.values(minutesByKind).reduce((sum, minutes) => sum + minutes, 0)

/** The mean minutes of an educator, in whole hours; null where they are too few. */
export const meanMinutesOf = (month: PublishedMonth) =>
  month.educators < SMALLEST_SHARED
    ? null
    : 60 * Math.round(minutesOf(month) / month.educators / 60)
