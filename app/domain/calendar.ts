import {
  addMonths as addMonthsTo,
  differenceInCalendarDays,
  differenceInMonths,
  format,
  isValid,
  parseISO,
} from 'date-fns'

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** `3 October 2026`. */
export const dayInWords = (day: Day) => format(parseISO(day), 'd MMMM yyyy')

/** `3 October`. @param monthDay `MM-DD` */
export const monthDayInWords = (monthDay: string) => format(parseISO(`2000-${monthDay}`), 'd MMMM')
/** `3 Oct 2026`, for columns. */
export const shortDay = (day: Day) => format(parseISO(day), 'd MMM yyyy')

/** The day it is in a time zone (IANA name) at an instant. */
export function dayIn(timeZone: string, instant: Date): Day {
  const known = formatters.get(timeZone)
  const formatter = known ?? new Intl.DateTimeFormat('en-CA', { timeZone })
  if (!known) formatters.set(timeZone, formatter)
  return formatter.format(instant)
}

/* Making one costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Whether a text is a day of the calendar, of a year in which anybody could have learned or begun to work. */
export function isDay(text: string): text is Day {
  return /^(1[89]|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text))
}

const MILLISECONDS_A_DAY = 86_400_000

/** The day a number of days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

/** The same day of a later month, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  return format(addMonthsTo(parseISO(day), months), 'yyyy-MM-dd')
}

/** How many whole months `to` is after `from`. */
export function monthsBetween(from: Day, to: Day) {
  return differenceInMonths(parseISO(to), parseISO(from))
}

/** How many days `to` is after `from`. */
export function daysBetween(from: Day, to: Day) {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}

/**
 * The school year a day belongs to, named by the calendar year it begins in.
 *
 * @param startsOn `MM-DD`, the first day of a school year
 */
export function schoolYearOf(day: Day, startsOn: string) {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= startsOn ? year : year - 1
}

/** Whether all days of the school year that is named so can be written with four digits of the year. */
export function isSchoolYear(year: number) {
  return Number.isInteger(year) && year >= 1000 && year < 9999
}

/** The first and the last day of a school year. */
export function schoolYearSpan(year: number, startsOn: string) {
  return { first: `${year}-${startsOn}`, last: addDays(`${year + 1}-${startsOn}`, -1) }
}

/** A school year has four terms, of three months each. */
const MONTHS_OF_A_TERM = 3

/**
 * The last days of terms until a day, the oldest first and the day itself as the last.
 *
 * @param count how many at most
 */
export function termEnds(until: Day, startsOn: string, count: number): Day[] {
  const { first } = schoolYearSpan(schoolYearOf(until, startsOn) + 1, startsOn)
  const ends = Array.from({ length: count + 4 }, (_, back) =>
    addDays(addMonths(first, -MONTHS_OF_A_TERM * back), -1),
  ).filter((end) => end < until)
  return [...ends.slice(0, count - 1).toReversed(), until]
}

/** `2026–27`. */
export function schoolYearName(year: number) {
  return `${year}–${String((year + 1) % 100).padStart(2, '0')}`
}

/** The instant at which a day ends in a time zone (IANA name). */
export function endOfDay(day: Day, timeZone: string) {
  const asIfUtc = Date.parse(`${addDays(day, 1)}T00:00:00Z`)
  const nearby = asIfUtc - offsetAt(timeZone, asIfUtc)
  return new Date(asIfUtc - offsetAt(timeZone, nearby))
}

/** How many milliseconds a time zone is ahead of UTC at an instant. */
function offsetAt(timeZone: string, instant: number) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - (instant - (instant % 1000))
}
