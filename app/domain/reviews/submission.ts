import type { SubmissionKind, SubmissionStatus } from '#db/words'
import type { Day } from '../calendar'
import { daysBetween } from '../calendar'

/** What each kind of submission is called. */
export const SUBMISSION_KINDS: Record<SubmissionKind, string> = {
  activity: 'Activity',
  completion: 'Course',
  award: 'Badge',
  evidence: 'Pathway evidence',
}

export const MAX_REASON_LENGTH = 2000

/** Whether the clock has run out. */
export const isOverdue = (submission: { status: SubmissionStatus; dueOn: Day }, today: Day) =>
  submission.status === 'waiting' && submission.dueOn < today

/** The clock in words: `due in 6 days`, `due today`, `4 days over the 30-day clock`. */
export function clockInWords(dueOn: Day, today: Day) {
  const left = daysBetween(today, dueOn)
  if (left === 0) return 'due today'
  const days = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'day' : 'days'}`
  return left > 0 ? `due in ${days}` : `${days} overdue`
}
