import { and, asc, eq, inArray } from '#db/query.server'
import { members, reviews, submissions } from '#db/schema'
import type { Decision } from '#db/words'
import { type Day, dayIn } from '../calendar'
import { listReviewers, type Reviewer } from '../people/affiliations.server'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'

/** Where something that was sent stands: with whom it waits, or who decided last. */
export type Standing = {
  waiting: {
    /** The submission's id. */
    id: string
    submittedAt: Date
    /** When a decision was taken back, so that it waits again. */
    reopenedAt: Date | null
    dueOn: Day
    /** Those who may decide; nobody when it is the district office. */
    reviewers: Reviewer[]
  } | null
  /** The last decision, unless it was taken back. */
  decision: { status: Decision; by: string; on: Day; reason: string | null } | null
}

const COLUMNS = {
  activity: submissions.activityId,
  completion: submissions.completionId,
  award: submissions.awardId,
}

/**
 * The standing of several subjects of one kind that the actor has been shown already.
 *
 * @returns one for each id, also for those that were never sent
 */
export async function findStandings(
  scope: Scope,
  kind: keyof typeof COLUMNS,
  ids: string[],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>(ids.map((id) => [id, { waiting: null, decision: null }]))
  if (ids.length === 0) return found
  const column = COLUMNS[kind]
  const waiting = await listWaiting(scope, column, ids)
  const reviewed = await listReviews(scope, column, ids)
  for (const { subjectId: id, status, ...decided } of reviewed) {
    found.get(id!)!.decision = status === 'reopened' ? null : { status, ...decided }
  }
  for (const { subjectId: id, ...sent } of waiting) found.get(id!)!.waiting = sent
  return found
}

type Column = (typeof COLUMNS)[keyof typeof COLUMNS]

async function listWaiting(scope: Scope, subjectId: Column, ids: string[]) {
  const rows = await scope.db
    .select({
      subjectId,
      id: submissions.id,
      memberId: submissions.memberId,
      organizationId: submissions.organizationId,
      submittedAt: submissions.submittedAt,
      reopenedAt: submissions.reopenedAt,
      dueOn: submissions.dueOn,
    })
    .from(submissions)
    .where(and(inArray(subjectId, ids), eq(submissions.status, 'waiting')))
  const reviewersOf = await findReviewers(scope, rows)
  return rows.map(({ memberId, organizationId, ...sent }) => ({
    ...sent,
    reviewers: reviewersOf({ memberId, organizationId }),
  }))
}

type Sender = { memberId: string; organizationId: string }

/** Asks once for each member and organization, of which a page has very few. */
async function findReviewers(scope: Scope, senders: Sender[]) {
  const key = ({ memberId, organizationId }: Sender) => `${memberId} ${organizationId}`
  const reviewers = new Map<string, Reviewer[]>()
  for (const sender of senders) {
    if (reviewers.has(key(sender))) continue
    const found = await listReviewers(scope, sender.organizationId, sender.memberId)
    reviewers.set(key(sender), found)
  }
  return (sender: Sender) => reviewers.get(key(sender)) ?? []
}

async function listReviews(scope: Scope, subjectId: Column, ids: string[]) {
  const rows = await scope.db
    .select({
      subjectId,
      status: reviews.decision,
      decidedAt: reviews.decidedAt,
      reason: reviews.reason,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .innerJoin(members, eq(members.id, reviews.reviewerId))
    .where(inArray(subjectId, ids))
    .orderBy(asc(reviews.decidedAt))
  return rows.map(({ subjectId: id, status, decidedAt, reason, ...reviewer }) => ({
    subjectId: id,
    status,
    reason,
    by: fullName(reviewer),
    on: dayIn(scope.district.timeZone, decidedAt),
  }))
}
