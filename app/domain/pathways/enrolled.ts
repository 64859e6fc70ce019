import type { Day } from '../calendar'

/** How people on a pathway can be told apart; each is a question somebody has. */
export const ENROLLED_STATES = {
  not_started: 'Not started',
  under_way: 'Under way',
  waiting: 'Waiting for a decision',
  stuck: 'No step in 30 days',
  overdue: 'Overdue',
  completed: 'Completed',
  lapsed: 'No longer current',
} as const

export type EnrolledState = keyof typeof ENROLLED_STATES

/** When what is not completed is due. */
export const DUE_WINDOWS = {
  past: 'The day has passed',
  week: 'Within 7 days',
  month: 'Within 30 days',
  later: 'Later',
  none: 'No due date',
} as const

export type DueWindow = keyof typeof DUE_WINDOWS

/** After so many days without a step somebody may need a hand. */
export const STUCK_DAYS = 30

export const ENROLLED_SORTS = [
  'name',
  '-name',
  'due',
  '-due',
  'since',
  '-since',
  'steps',
  '-steps',
] as const
export type EnrolledSort = (typeof ENROLLED_SORTS)[number]

/**
 * Which of the three somebody is in, each person in one: the only place that says who has begun. Its
 * SQL twin is `isInState`.
 */
export function stateOf(enrollment: { engagedOn: Day | null; completedOn: Day | null }) {
  if (enrollment.completedOn !== null) return 'completed'
  return enrollment.engagedOn === null ? 'not_started' : 'under_way'
}
