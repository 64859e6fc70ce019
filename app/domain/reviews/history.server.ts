import { asc, eq, inArray } from '#db/query.server'
import { members, reviews, submissions } from '#db/schema'
import type { Decision, ReviewWord } from '#db/words'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { type ReviewSubject, submissionsOf } from './waiting.server'

export type HistoryEntry = {
  id: string
  status: 'sent' | 'approved' | 'returned' | 'denied' | 'withdrawn' | 'reopened'
  /** Of `reopened`: the decision that was taken back. */
  takenBack: Decision | null
  at: Date
  by: string | null
  reason: string | null
  /** What was looked for in the evidence and found there. */
  found: string[]
}

/** Everything that was sent and decided about a subject, oldest first. */
export async function listHistory(scope: Scope, subject: ReviewSubject): Promise<HistoryEntry[]> {
  const sent = await scope.db
    .select({
      id: submissions.id,
      status: submissions.status,
      submittedAt: submissions.submittedAt,
      closedAt: submissions.closedAt,
    })
    .from(submissions)
    .where(submissionsOf(subject))
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
  if (sent.length === 0) return []

  const decided = await scope.db
    .select({
      submissionId: reviews.submissionId,
      decision: reviews.decision,
      reason: reviews.reason,
      rubric: reviews.rubric,
      decidedAt: reviews.decidedAt,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(reviews)
    .innerJoin(members, eq(members.id, reviews.reviewerId))
    .where(
      inArray(
        reviews.submissionId,
        sent.map(({ id }) => id),
      ),
    )
    .orderBy(asc(reviews.decidedAt))

  const entries: HistoryEntry[] = [
    ...sent.map(({ id, submittedAt }) => entry(id, 'sent', submittedAt)),
    ...sent
      .filter(({ status }) => status === 'withdrawn')
      .map(({ id, closedAt }) => entry(`${id}-withdrawn`, 'withdrawn', closedAt!)),
    ...decided.map((review, position) => ({
      ...entry(`${review.submissionId}-${position}`, review.decision, review.decidedAt),
      takenBack:
        review.decision === 'reopened' ? decisionBefore(decided.slice(0, position), review) : null,
      by: fullName(review),
      reason: review.reason,
      found: review.rubric ?? [],
    })),
  ]
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime())
}

type Review = { submissionId: string; decision: ReviewWord }

function decisionBefore(earlier: Review[], { submissionId }: Review): Decision | null {
  const before = earlier.findLast((review) => review.submissionId === submissionId)
  return before && before.decision !== 'reopened' ? before.decision : null
}

const entry = (id: string, status: HistoryEntry['status'], at: Date): HistoryEntry => ({
  id,
  status,
  at,
  takenBack: null,
  by: null,
  reason: null,
  found: [],
})
