import { addDays, addMonths, type Day, isDay } from '../calendar'
import type { RuleSet } from '../rule-sets/rule-set'

/** How a jurisdiction counts its renewal periods. */
export type CycleConvention = Pick<
  RuleSet['cycle'],
  'kind' | 'years' | 'begins' | 'ends' | 'completeBy'
>

/** What is known of a license. */
export type LicenseDays = {
  issuedOn?: Day | null
  expiresOn?: Day | null
  /** 1 for January. */
  birthMonth?: number | null
  /** The day it is. */
  on: Day
}

/** The days of a cycle, both ends included; credit counts until `earnUntilOn`. */
export type CycleDays = { startsOn: Day; endsOn: Day; earnUntilOn: Day }

/**
 * The cycle that a license is in (K14). A day of expiry that is known wins over everything but school
 * years; without one the cycle is counted from the day of issue.
 *
 * @returns null where the days do not say: neither is known, or what was counted has ended already, and
 *   nobody can know whether the license was renewed
 */
export function cycleDates(convention: CycleConvention, days: LicenseDays): CycleDays | null {
  if (convention.kind === 'school_year') return schoolYears(convention, days.on)
  const { issuedOn, expiresOn, on } = days
  if (expiresOn) return until(convention, expiresOn, issuedOn ?? null)
  if (!issuedOn) return null
  const begins = firstDay(convention, issuedOn, days.birthMonth ?? null)
  if (!begins) return null
  const endsOn = lastDay(convention, begins)
  if (endsOn < on) return null
  const startsOn = convention.begins === 'birth_month' ? issuedOn : later(begins, issuedOn)
  return cycleOf(convention, startsOn, endsOn)
}

/**
 * The cycle after one that was renewed. It begins on the day after the last, or on the day of a renewal
 * that came late; a new day of expiry that is known wins.
 *
 * @param lastEndsOn the last day of the cycle before, with its extension
 */
export function nextCycleDates(
  convention: CycleConvention,
  last: { lastEndsOn: Day; renewedOn: Day; expiresOn?: Day | null },
): CycleDays {
  const following = addDays(last.lastEndsOn, 1)
  if (convention.kind === 'school_year') return schoolYears(convention, following)
  const startsOn = later(following, last.renewedOn)
  const endsOn = last.expiresOn ?? lastDay(convention, startsOn)
  return cycleOf(convention, startsOn < endsOn ? startsOn : endsOn, endsOn)
}

/** New Jersey: the school year it is, whatever the license says. */
function schoolYears(convention: CycleConvention, on: Day) {
  const begins = lastOccurrence(monthDayOf(convention) ?? '07-01', on)
  return cycleOf(convention, begins, lastDayOfTerm(begins, convention.years))
}

function until(convention: CycleConvention, expiresOn: Day, issuedOn: Day | null) {
  const anniversary = addMonths(expiresOn, -12 * convention.years)
  const first = addDays(anniversary, 1)
  const isByBirth = convention.begins === 'birth_month'
  /* The first period is longer by what is missing to the month of birth. */
  const earliest = isByBirth ? addDays(addMonths(first, -12), 1) : anniversary
  const isOfThisTerm = issuedOn !== null && issuedOn >= earliest && issuedOn <= expiresOn
  const beginsWithIssue = isByBirth || convention.begins === 'issue'
  const startsOn = isOfThisTerm ? (beginsWithIssue ? issuedOn : later(first, issuedOn)) : first
  return cycleOf(convention, startsOn, expiresOn)
}

/** The first day of whole years; New York's run from the first month of birth since the day of issue. */
function firstDay({ kind, begins }: CycleConvention, issuedOn: Day, birthMonth: number | null) {
  if (begins === 'issue') return issuedOn
  if (begins === 'birth_month') {
    return birthMonth && nextOccurrence(`${String(birthMonth).padStart(2, '0')}-01`, issuedOn)
  }
  return kind === 'fiscal_years'
    ? nextOccurrence(begins, issuedOn)
    : lastOccurrence(begins, issuedOn)
}

/** The end of a term; where it falls on a day of the year, the last such day within the term. */
function lastDay({ years, ends }: CycleConvention, startsOn: Day) {
  const endOfTerm = lastDayOfTerm(startsOn, years)
  return ends ? later(lastOccurrence(ends, endOfTerm), startsOn) : endOfTerm
}

/** The day before the anniversary; 28 February where a term began on 29 February. */
function lastDayOfTerm(startsOn: Day, years: number) {
  const anniversary = addMonths(startsOn, 12 * years)
  return anniversary.slice(5) === startsOn.slice(5) ? addDays(anniversary, -1) : anniversary
}

/** The last day on which credit may be earned in a cycle that ends on a day. */
export const earnUntil = ({ completeBy }: Pick<CycleConvention, 'completeBy'>, endsOn: Day) =>
  completeBy ? dayOfYear(endsOn.slice(0, 4), completeBy) : endsOn

const cycleOf = (convention: CycleConvention, startsOn: Day, endsOn: Day): CycleDays => ({
  startsOn,
  endsOn,
  earnUntilOn: earnUntil(convention, endsOn),
})

const monthDayOf = ({ begins }: CycleConvention) =>
  begins === 'issue' || begins === 'birth_month' ? null : begins

function lastOccurrence(monthDay: string, on: Day) {
  const year = Number(on.slice(0, 4))
  const thisYear = dayOfYear(year, monthDay)
  return thisYear <= on ? thisYear : dayOfYear(year - 1, monthDay)
}

function nextOccurrence(monthDay: string, on: Day) {
  const year = Number(on.slice(0, 4))
  const thisYear = dayOfYear(year, monthDay)
  return thisYear >= on ? thisYear : dayOfYear(year + 1, monthDay)
}

/** A day of a year; the last of the month where the year has none such. */
function dayOfYear(year: number | string, monthDay: string): Day {
  const day = `${year}-${monthDay}`
  return isDay(day) ? day : addDays(addMonths(`${year}-${monthDay.slice(0, 2)}-01`, 1), -1)
}

const later = (a: Day, b: Day) => (a > b ? a : b)
