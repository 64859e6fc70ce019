import type { Decision, SubmissionKind, SubmissionStatus } from '../words'
import { addDays, dayOf } from './day'
import { recordEvent } from './event'
import { idOf } from './id'
import type { Stage } from './stage'

/** What happens to something that is sent for review, one after the other. */
export type Turn =
  | { what: 'sent'; at: Date; id?: string }
  | { what: Decision; at: Date; by: string; reason?: string }
  | { what: 'reopened'; at: Date; by: string; reason: string }
  | { what: 'withdrawn'; at: Date }

type Subject = {
  id: string
  kind: SubmissionKind
  memberId: string
  organizationId: string
  /** Of evidence for a step: what the step is called. */
  title?: string
  minutes?: number
}

/** The clock of a review in both districts, in days. */
export const REVIEW_DAYS = 30

const COLUMNS = {
  activity: 'activityId',
  completion: 'completionId',
  award: 'awardId',
  evidence: 'evidenceId',
} as const

/**
 * Adds the submissions, decisions and events of a subject.
 *
 * @returns what came of it in the end; null when it was never sent
 */
export function review(stage: Stage, subject: Subject, turns: Turn[]): SubmissionStatus | null {
  const { rows } = stage
  const { id, kind, ...shown } = subject
  let last: (typeof rows.submissions)[number] | null = null

  for (const [position, turn] of turns.entries()) {
    if (turn.what === 'sent') {
      last = {
        id: turn.id ?? idOf(`${id}/submission/${position}`, turn.at),
        kind,
        ...shown,
        [COLUMNS[kind]]: id,
        status: 'waiting',
        submittedAt: turn.at,
        dueOn: addDays(dayOf(turn.at), REVIEW_DAYS),
      }
      rows.submissions.push(last)
      continue
    }
    if (!last) throw new Error('Only what was sent can be decided on.')
    const endedClock = turn.what === 'reopened' ? last.dueOn : null
    if (turn.what === 'reopened') {
      const details = { kind, decision: last.status }
      recordEvent(stage, 'submission.reopened', last.id, turn.by, turn.at, details)
      reopen(last, turn.at)
    } else Object.assign(last, { status: turn.what, closedAt: turn.at })
    if (turn.what === 'withdrawn') {
      recordEvent(stage, 'submission.withdrawn', last.id, subject.memberId, turn.at)
      continue
    }
    rows.reviews.push({
      submissionId: last.id,
      reviewerId: turn.by,
      decision: turn.what,
      reason: turn.reason ?? null,
      decidedAt: turn.at,
      dueOn: endedClock,
    })
  }
  return last?.status ?? null
}

function reopen(submission: Stage['rows']['submissions'][number], moment: Date) {
  submission.status = 'waiting'
  submission.closedAt = null
  submission.reopenedAt = moment
  submission.dueOn = addDays(dayOf(moment), REVIEW_DAYS)
}
