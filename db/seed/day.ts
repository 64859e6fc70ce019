import { addDays as add, addMonths as addMonthsTo, format, getISODay, parseISO } from 'date-fns'

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** `MM-DD`, the first day of a school year in both districts. */
export const SCHOOL_YEAR_STARTS_ON = '07-01'
export const TIME_ZONE = 'America/New_York'
/** The state of all districts that are made up. */
export const STATE = 'MA'

/** The day it is in both districts. */
export const dayOf = (instant: Date): Day => calendar.format(instant)
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE })

export const addDays = (day: Day, days: number): Day =>
  format(add(parseISO(day), days), 'yyyy-MM-dd')

export const addMonths = (day: Day, months: number): Day =>
  format(addMonthsTo(parseISO(day), months), 'yyyy-MM-dd')

/** The calendar year in which the school year of a day began. */
export const schoolYearOf = (day: Day) =>
  Number(day.slice(0, 4)) - (day.slice(5) < SCHOOL_YEAR_STARTS_ON ? 1 : 0)

export const firstDayOf = (schoolYear: number): Day => `${schoolYear}-${SCHOOL_YEAR_STARTS_ON}`

/** The day itself, or the Friday before a weekend. */
export const weekday = (day: Day): Day => addDays(day, Math.min(0, 5 - getISODay(parseISO(day))))

/** The day itself, or the Monday after a weekend. */
export const nextWeekday = (day: Day): Day => {
  const weekend = getISODay(parseISO(day)) - 5
  return weekend > 0 ? addDays(day, 3 - weekend) : day
}

/**
 * An instant of a day.
 *
 * @param time `HH:MM` in UTC; between 11:00 and 23:59 it is the same day in both districts
 */
export const at = (day: Day, time: string) => new Date(`${day}T${time}:00Z`)
