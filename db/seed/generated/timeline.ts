import { dayOfNumber, numberOfDay } from '../../day'

const DAY = 24 * 60 * 60 * 1000
const SUNDAY = 3

/** A day as the number a database has for it: quicker to reckon with than text, a million times over. */
export type DayNumber = number

export { dayOfNumber as textOf, numberOfDay as numberOf }

/**
 * An instant of a day.
 *
 * @param minute of the day in UTC; from 660 on it is the same day in the districts of the seed
 */
export const instantOf = (day: DayNumber, minute: number) => new Date(day * DAY + minute * 60_000)

const daysSinceSunday = (day: DayNumber) => (day - SUNDAY) % 7

/** The day itself, or the Friday before a weekend. */
export function weekdayOf(day: DayNumber) {
  const past = daysSinceSunday(day)
  return past === 0 ? day - 2 : past === 6 ? day - 1 : day
}

/** The day itself, or the Monday after a weekend. */
export function nextWeekdayOf(day: DayNumber) {
  const past = daysSinceSunday(day)
  return past === 0 ? day + 1 : past === 6 ? day + 2 : day
}

/** A month of the history: its days within it, and what it is called. */
export type Month = { number: number; year: number; first: DayNumber; last: DayNumber }

/** The months from one day to another, the first and the last cut off there. */
export function monthsBetween(from: DayNumber, until: DayNumber): Month[] {
  const months: Month[] = []
  for (let first = from; first <= until;) {
    const [year = 0, number = 0] = dayOfNumber(first).split('-').map(Number)
    const next = number === 12 ? `${year + 1}-01-01` : `${year}-${pad(number + 1)}-01`
    months.push({ number, year, first, last: Math.min(numberOfDay(next) - 1, until) })
    first = numberOfDay(next)
  }
  return months
}

/** How many days the month of a day has. */
export const daysIn = ({ year, number }: Month) => new Date(Date.UTC(year, number, 0)).getUTCDate()

const pad = (number: number) => String(number).padStart(2, '0')
