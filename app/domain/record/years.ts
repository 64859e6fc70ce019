import type { Day } from '../calendar'
import type { MemberRecord, RecordActivity, RecordYear } from './record'

type Lists = Pick<RecordYear, 'activities' | 'completions' | 'awards' | 'goals' | 'enrollments'>
type Booking = { kind: string; minutes: number; schoolYear: number }

/**
 * Puts rows and bookings under their school years, newest year and newest row first. An activity
 * belongs to the year its last day is in, a goal to the year it was set in, a pathway to the year it
 * was completed in, or else begun in.
 *
 * @param yearOf the school year of a day
 */
export function arrangeByYear(
  lists: Lists,
  bookings: Booking[],
  yearOf: (day: Day) => number,
): MemberRecord['years'] {
  const years = new Map<number, RecordYear>()
  const inYear = (year: number) => {
    const known = years.get(year)
    if (known) return known
    const created = emptyYear(year)
    years.set(year, created)
    return created
  }
  const place = <K extends keyof Lists>(key: K, dayOf: (row: Lists[K][number]) => Day | null) => {
    for (const row of newestFirst<Lists[K][number]>(lists[key], dayOf)) {
      const day = dayOf(row)
      if (day) (inYear(yearOf(day))[key] as Lists[K][number][]).push(row)
    }
  }
  place('activities', lastDayOf)
  place('completions', ({ completedOn }) => completedOn)
  place('awards', ({ awardedOn }) => awardedOn)
  place('goals', ({ setOn }) => setOn)
  place('enrollments', ({ completedOn, enrolledOn }) => completedOn ?? enrolledOn)
  for (const { schoolYear, kind, minutes } of bookings) book(inYear(schoolYear), kind, minutes)
  for (const year of years.values()) {
    year.hours = year.hours
      .filter(({ minutes }) => minutes !== 0)
      .sort((a, b) => b.minutes - a.minutes)
  }
  return [...years.values()].filter(holdsAnything).sort((a, b) => b.year - a.year)
}

/** Rows by a day of theirs, the latest first; those without one come last. */
export const newestFirst = <T>(rows: T[], dayOf: (row: T) => Day | null) =>
  [...rows].sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))

/** The last day of an activity, if it says any. */
export const lastDayOf = (activity: Pick<RecordActivity, 'startedOn' | 'endedOn'>) =>
  activity.endedOn ?? activity.startedOn

function book(year: RecordYear, kind: string, minutes: number) {
  const known = year.hours.find((hours) => hours.kind === kind)
  if (known) known.minutes += minutes
  else year.hours.push({ kind, minutes })
  year.minutes += minutes
}

/** Not a year of which everything that counted was taken back. */
const holdsAnything = ({ year: _, minutes: __, ...lists }: RecordYear) =>
  Object.values(lists).some((rows) => rows.length > 0)

const emptyYear = (year: number): RecordYear => ({
  year,
  hours: [],
  minutes: 0,
  activities: [],
  completions: [],
  awards: [],
  goals: [],
  enrollments: [],
})
