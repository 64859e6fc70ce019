/** How people on a pathway can be told apart; each is a question somebody has. */
export const ENROLLED_STATES = {
  not_started: 'Not started',
  under_way: 'Under way',
  stuck: 'No step in 30 days',
  overdue: 'Overdue',
  completed: 'Completed',
  lapsed: 'No longer current',
} as const

export type EnrolledState = keyof typeof ENROLLED_STATES

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
