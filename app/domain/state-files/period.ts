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
 * The period that is asked for: the days where both are days in their order, or else the school year, or
 * the current one.
 */
export function periodOf({ year, first, last }: PeriodAsked, today: Day, startsOn: string): Period {
  if (first && last && isDay(first) && isDay(last) && first <= last) return { first, last }
  const isYear = year !== undefined && year >= 1900 && year <= 9000
  return schoolYearSpan(isYear ? year : schoolYearOf(today, startsOn), startsOn)
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
