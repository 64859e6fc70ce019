import type { Day } from '../calendar'
import { dayInWords, monthDayInWords } from '../calendar'
import { type Cadence, newcomerDaysOf, type TurnReason } from './cadence'

export const MAX_TOPICS = 8
export const MAX_TITLE_LENGTH = 200
export const MAX_DESCRIPTION_LENGTH = 2000
export const MAX_DAYS = 365
export const MAX_GRACE_DAYS = 90
export const MAX_RETENTION_YEARS = 30

/** How often a training can be asked for, in months, with the words for it. */
export const CADENCES: { months: number | null; name: string }[] = [
  { months: null, name: 'Once' },
  { months: 12, name: 'Every year' },
  { months: 24, name: 'Every two years' },
  { months: 36, name: 'Every three years' },
  { months: 60, name: 'Every five years' },
]

/** The kinds of step that a required training can be; evidence and goals belong to pathways. */
export const TOPIC_KINDS = ['course', 'activity_minutes', 'badge', 'pathway'] as const
export type TopicKind = (typeof TOPIC_KINDS)[number]

/** `Every year by 30 September; within 30 days of being hired`. */
export function cadenceInWords(cadence: Cadence) {
  const { everyMonths, firstDueOn } = cadence
  const days = newcomerDaysOf(cadence)
  const name =
    CADENCES.find(({ months }) => months === everyMonths)?.name ?? `Every ${everyMonths} months`
  const when = firstDueOn
    ? `${name} by ${everyMonths === null ? dayInWords(firstDueOn) : monthDayInWords(firstDueOn.slice(5))}`
    : everyMonths === null
      ? name
      : `${name} since the last time`
  return days === null ? when : `${when}; within ${days} days of being hired`
}

/** Where one time that somebody is asked stands. */
export type TurnState = 'met' | 'missed' | 'ended' | 'overdue' | 'due' | 'ahead'

/** Where one time that somebody is asked stands today. */
export function stateOf(
  turn: {
    opensOn: Day
    dueOn: Day
    lateOn: Day
    metOn: Day | null
    missedOn: Day | null
    endedOn: Day | null
  },
  today: Day,
): TurnState {
  if (turn.metOn !== null) return 'met'
  if (turn.missedOn !== null) return 'missed'
  if (turn.endedOn !== null) return 'ended'
  if (turn.lateOn <= today) return 'overdue'
  return turn.opensOn <= today ? 'due' : 'ahead'
}

const BECAUSE: Record<TurnReason, (dueOn: string) => string> = {
  fixed_day: (dueOn) => `Everybody is due on ${dueOn}.`,
  newly_hired: (dueOn) => `Because you came new, you have until ${dueOn}.`,
  since_last_time: (dueOn) => `It is counted from the last time, so it is due on ${dueOn}.`,
  first_time: (dueOn) => `It is asked for the first time, and due on ${dueOn}.`,
}

/** Why it is due when it is due, in a sentence to whom it is asked of. */
export const becauseInWords = (because: TurnReason, dueOn: Day) =>
  BECAUSE[because](dayInWords(dueOn))
