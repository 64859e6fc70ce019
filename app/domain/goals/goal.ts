import type { GoalKind, GoalStatus } from '#db/words'
import type { Day } from '../calendar'

/** What a goal is for, with the words people use. */
export const GOAL_KINDS: Record<GoalKind, string> = {
  professional_practice: 'Professional practice',
  student_learning: 'Student learning',
  license: 'License',
  initiative: 'School or district initiative',
}

/** What each kind means, in one line. */
export const GOAL_KIND_HINTS: Record<GoalKind, string> = {
  professional_practice: 'Something I will do differently.',
  student_learning: 'Something my students will be able to do.',
  license: 'Something my license asks for.',
  initiative: 'Something our school or district is working on.',
}

export const GOAL_STATUSES: Record<GoalStatus, string> = {
  open: 'Open',
  met: 'Met',
  partly_met: 'Partly met',
  not_met: 'Not met',
  withdrawn: 'Withdrawn',
}

/** How a goal can end. */
export type GoalOutcome = Exclude<GoalStatus, 'open'>
export const GOAL_OUTCOMES = ['met', 'partly_met', 'not_met', 'withdrawn'] as const

/** What somebody might say about each outcome, as a start. */
export const OUTCOME_HINTS: Record<GoalOutcome, string> = {
  met: 'I reached the target.',
  partly_met: 'I came part of the way.',
  not_met: 'I did not get there.',
  withdrawn: 'I no longer pursue it.',
}

export const MAX_GOAL_TITLE = 200
export const MAX_GOAL_TEXT = 1000
export const MAX_NOTE = 2000
export const MAX_YEARS_AHEAD = 10

type Dated = { status: GoalStatus; dueOn: Day }

/** Whether an open goal's day has passed. */
export const isOverdue = ({ status, dueOn }: Dated, today: Day) =>
  status === 'open' && dueOn < today

/** Whether a goal closed by mistake may be opened again: on the same day only, for reports hold what was true. */
export const canReopen = (goal: { status: GoalStatus; closedOn: Day | null }, today: Day) =>
  goal.status !== 'open' && goal.closedOn === today
