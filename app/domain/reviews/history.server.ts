import { asc, eq, inArray } from '#db/query.server'
import { members, reviews, submissions } from '#db/schema'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { type ReviewSubject, submissionsOf } from './waiting.server'

export type HistoryEntry = {
  id: string
  status: 'sent' | 'approved' | 'returned' | 'denied' | 'withdrawn'
  at: Date
  by: string | null
  reason: string | null
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
      id: reviews.id,
      decision: reviews.decision,
      reason: reviews.reason,
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

  const entries: HistoryEntry[] = [
    ...sent.map(({ id, submittedAt }) => entry(id, 'sent', submittedAt)),
    ...sent
      .filter(({ status }) => status === 'withdrawn')
      .map(({ id, closedAt }) => entry(`${id}-withdrawn`, 'withdrawn', closedAt!)),
    ...decided.map((review) => ({
      ...entry(review.id, review.decision, review.decidedAt),
      by: fullName(review),
      reason: review.reason,
    })),
  ]
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime())
}

const entry = (id: string, status: HistoryEntry['status'], at: Date): HistoryEntry => ({
  id,
  status,
  at,
  by: null,
  reason: null,
})
