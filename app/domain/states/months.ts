import { addDays, addMonths, type Day } from '../calendar'

/** So many closed months are kept: two years, and the month that the first is compared with. */
export const MONTHS_KEPT = 25

/** The last days of the months that are over, the newest first. */
export function closedMonths(today: Day, count = MONTHS_KEPT): Day[] {
  const first = `${today.slice(0, 8)}01`
  return Array.from({ length: count }, (_, back) => addDays(addMonths(first, -back), -1))
}

/** The last day of the month so many months before one that is a last day too, leap years included. */
export const monthEndBefore = (asOf: Day, months: number): Day =>
  addDays(addMonths(addDays(asOf, 1), -months), -1)
