import { addDays, type Day } from '../calendar'

/** When a report comes by mail: on a weekday, 1 is Monday, or on the first of each month where it is null. */
type Rhythm = { weekday: number | null }

/** The latest day, today or before, on which a report is to come. */
export function deliveryDay({ weekday }: Rhythm, today: Day): Day {
  if (weekday === null) return `${today.slice(0, 8)}01`
  const dayOfWeek = new Date(`${today}T00:00:00Z`).getUTCDay() || 7
  return addDays(today, -((dayOfWeek - weekday + 7) % 7))
}

/**
 * Whether a report is to be written today: its latest day has not been written for. A day that was missed
 * is made up for once; what was arranged on the day itself begins with the next one.
 */
export const isDeliveryDue = (row: Rhythm & { startedOn: Day; sentOn: Day | null }, today: Day) =>
  deliveryDay(row, today) > (row.sentOn ?? row.startedOn)

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** `every Monday`, `on the first of each month`. */
export const rhythmInWords = ({ weekday }: Rhythm) =>
  weekday === null ? 'on the first of each month' : `every ${WEEKDAYS[weekday - 1]!}`

/** When a report can come, as a form asks for it. */
export const RHYTHMS = [
  ...WEEKDAYS.map((name, at) => ({ value: String(at + 1), label: `Every ${name}` })),
  { value: 'monthly', label: 'On the first of each month' },
]
