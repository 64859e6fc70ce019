import {
  type Day,
  isDay,
  schoolYearName,
  schoolYearOf,
  schoolYearSpan,
  shortDay,
} from '../calendar'
import type { Period } from './state-file'

/** What an address says of a period: a school year, or a first and a last day. */
export type PeriodAsked = { year?: number; first?: string; last?: string }

/** How many school years can be chosen by name. */
const YEARS = 6

/** The school years one can choose, the current one first. */
export function yearsUntil(today: Day, startsOn: string) {
  const current = schoolYearOf(today, startsOn)
  return Array.from({ length: YEARS }, (_, back) => current - back)
}

/**
 * The period that is asked for: a school year, or days that are days in their order, or the current school
 * year where neither is there.
 *
 * @returns also whether days were given that are none, or in the wrong order
 */
export function periodOf(
  { year, first, last }: PeriodAsked,
  today: Day,
  startsOn: string,
): Period & { isUnclear: boolean } {
  const current = schoolYearOf(today, startsOn)
  const isNear = year !== undefined && Math.abs(current - year) < 100
  if (isNear) return { ...schoolYearSpan(year, startsOn), isUnclear: false }
  if (first && last && isDay(first) && isDay(last) && first <= last) {
    return { first, last, isUnclear: false }
  }
  return { ...schoolYearSpan(current, startsOn), isUnclear: !!(first ?? last) }
}

/** The school year a period is, if it is one. */
export function schoolYearThatIs({ first, last }: Period, startsOn: string) {
  const year = schoolYearOf(first, startsOn)
  const span = schoolYearSpan(year, startsOn)
  return span.first === first && span.last === last ? year : null
}

/** `School year 2026–27`, or `1 Jul 2026 to 30 Sep 2026`. */
export function periodInWords(period: Period, startsOn: string) {
  const year = schoolYearThatIs(period, startsOn)
  return year === null
    ? `${shortDay(period.first)} to ${shortDay(period.last)}`
    : `School year ${schoolYearName(year)}`
}
