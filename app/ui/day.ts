/** A calendar day as it is stored: `2026-10-03`. */
export type IsoDay = string

const dayMilliseconds = 86_400_000

const instant = (day: IsoDay) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)

const inUtc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })

const formats = {
  long: inUtc({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }),
  short: inUtc({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' }),
}

function partsOf(day: IsoDay, length: 'long' | 'short') {
  const parts = formats[length].formatToParts(instant(day))
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? ''
  return { weekday: part('weekday'), day: part('day'), month: part('month'), year: part('year') }
}

/** "Tuesday 3 October"; with the year unless it is the year of `today`. */
export function formatDay(value: IsoDay, today?: IsoDay) {
  const { weekday, day, month, year } = partsOf(value, 'long')
  const isThisYear = today?.slice(0, 4) === value.slice(0, 4)
  return `${weekday} ${day} ${month}${isThisYear ? '' : ` ${year}`}`
}

/** "3 Oct", for columns; with the year unless it is the year of `today`. */
export function formatShortDay(value: IsoDay, today?: IsoDay) {
  const { day, month, year } = partsOf(value, 'short')
  const isThisYear = today?.slice(0, 4) === value.slice(0, 4)
  return `${day} ${month}${isThisYear ? '' : ` ${year}`}`
}

/** "3 October 2026": nothing left to guess. */
export function formatExactDay(value: IsoDay) {
  const { day, month, year } = partsOf(value, 'long')
  return `${day} ${month} ${year}`
}

/** How many days from one day to the other; negative when it lies before. */
export function daysBetween(from: IsoDay, to: IsoDay) {
  return Math.round((instant(to) - instant(from)) / dayMilliseconds)
}

/** "today", "in 6 days", "3 weeks ago": as people say it. */
export function relativeDay(value: IsoDay, today: IsoDay) {
  const days = daysBetween(today, value)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  const span = spanOf(Math.abs(days))
  return days > 0 ? `in ${span}` : `${span} ago`
}

function spanOf(days: number) {
  if (days < 21) return `${days} days`
  if (days < 60) return `${Math.round(days / 7)} weeks`
  if (days < 700) return `${Math.round(days / 30.44)} months`
  return `${Math.round(days / 365.25)} years`
}
