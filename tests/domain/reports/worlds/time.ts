import { endOfDay } from '~/domain/calendar'
import type { Chance } from '../../audiences/random-rules'
import type { World } from './random-world'

export const A_DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
const days = new Map<string, string>()

/** The day it is at a moment in a time zone. */
export function dayAt(timeZone: string, at: Date) {
  if (!formats.has(timeZone)) {
    formats.set(timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }))
  }
  const key = `${timeZone} ${at.getTime()}`
  if (!days.has(key)) days.set(key, formats.get(timeZone)!.format(at))
  return days.get(key)!
}

/** So many days later, or earlier. */
export const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * A_DAY).toISOString().slice(0, 10)

/** How many days the second is after the first. */
export const daysFrom = (day: string, later: string) =>
  Math.round((Date.parse(later) - Date.parse(day)) / A_DAY)

/** A moment of a day, now and then its first one. */
export const startOf = (day: string, timeZone: string, chance: Chance) =>
  new Date(endOfDay(plus(day, -1), timeZone).getTime() + (chance.coin(4) ? 0 : chance.below(A_DAY)))

/** The last day of a clock that was started on a day. */
export function dueOf(
  { district, formerReviewDays: former }: Pick<World, 'district' | 'formerReviewDays'>,
  startedOn: string,
) {
  const isFormer = former !== null && startedOn < former.until
  return plus(startedOn, isFormer ? former.days : district.reviewDays)
}

/** The calendar year in which the school year of a day began. */
export const yearOf = (day: string, startsOn: string) =>
  Number(day.slice(0, 4)) - (day.slice(5) < startsOn ? 1 : 0)
