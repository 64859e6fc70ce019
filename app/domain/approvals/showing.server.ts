import { and, asc, desc, eq, gt, isNotNull, ne, or, type SQL } from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import { asSeenBy } from '../evidence/queries.server'
import { criteriaOf } from '../pathways/criteria.server'
import { authorize, can } from '../policy'
import { listHistory } from '../reviews/history.server'
import { findReopenable } from '../reviews/reopenable.server'
import type { Scope } from '../scope.server'
import { sentFrom } from './places.server'
import { decidableBy, getSubmission } from './queue.server'
import { describeSubject } from './subject.server'
import { waitingFor } from './waiting.server'

const REASONS_SUGGESTED = 5

/**
 * Everything a reviewer needs to decide on one submission.
 *
 * @throws NotFound when there is none that the actor may see
 * @throws Forbidden when they decide on nothing
 */
export async function showSubmission(scope: Scope, id: string) {
  const submission = await getSubmission(scope, id)
  authorize(scope.actor, 'queue.view')
  const [subject, history, reasons, reopenable, criteria] = await Promise.all([
    describeSubject(scope, submission),
    listHistory(scope, submission),
    listOwnReasons(scope),
    findReopenable(scope, submission),
    criteriaOf(scope, submission),
  ])
  return {
    submission,
    ...subject,
    evidence: asSeenBy(scope.actor, subject.evidence, submission),
    history,
    /** What a reviewer looks for in it; all of it has to be there before it is approved. */
    criteria,
    reasons,
    can: {
      decide: can(scope.actor, 'submission.decide', submission),
      reopen: reopenable?.id === id,
    },
  }
}

/**
 * The next submission that waits for the actor after this one, the oldest when this is the last.
 *
 * @param from the school by which the queue is narrowed
 */
export async function findNext(
  scope: Scope,
  after: { id: string; submittedAt: Date },
  from?: string,
) {
  const later = or(
    gt(submissions.submittedAt, after.submittedAt),
    and(eq(submissions.submittedAt, after.submittedAt), gt(submissions.id, after.id)),
  )
  const sent = await sentFrom(scope, from)
  return (
    (await findFirst(scope, and(sent, later))) ??
    findFirst(scope, and(sent, ne(submissions.id, after.id)))
  )
}

/**
 * The oldest submission that waits for the actor, or else that the actor may decide on.
 *
 * @param from the school by which the queue is narrowed
 * @throws Forbidden
 */
export async function findOldest(scope: Scope, from?: string) {
  authorize(scope.actor, 'queue.view')
  return findFirst(scope, await sentFrom(scope, from))
}

async function findFirst(scope: Scope, condition: SQL | undefined) {
  for (const which of [await waitingFor(scope), decidableBy(scope.actor)]) {
    const [row] = await scope.db
      .select({ id: submissions.id })
      .from(submissions)
      .where(and(which, condition))
      .orderBy(asc(submissions.submittedAt), asc(submissions.id))
      .limit(1)
    if (row) return row.id
  }
  return null
}

/** The reasons the actor gave last for returning and denying, each once. */
async function listOwnReasons(scope: Scope) {
  const rows = await scope.db
    .select({ reason: reviews.reason })
    .from(reviews)
    .where(
      and(
        eq(reviews.reviewerId, scope.actor.id),
        isNotNull(reviews.reason),
        ne(reviews.decision, 'reopened'),
      ),
    )
    .orderBy(desc(reviews.decidedAt))
    .limit(30)
  return [...new Set(rows.map(({ reason }) => reason!))].slice(0, REASONS_SUGGESTED)
}
