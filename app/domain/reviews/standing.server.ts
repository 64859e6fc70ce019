import { and, asc, eq, inArray } from '#db/query.server'
import { members, reviews, submissions } from '#db/schema'
import type { Decision } from '#db/words'
import { type Day, dayIn } from '../calendar'
import { listReviewers } from '../people/affiliations.server'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'

/** Where something that was sent stands: with whom it waits, or who decided last. */
export type Standing = {
  waiting: {
    submissionId: string
    sinceOn: Day
    dueOn: Day
    /** Names of those who may decide; empty when it is the district office. */
    reviewers: string[]
  } | null
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
  const subjectId = COLUMNS[kind]
  const [waiting, decided] = await Promise.all([
    listWaiting(scope, subjectId, ids),
    listDecisions(scope, subjectId, ids),
  ])
  for (const { id, ...decision } of decided) found.get(id!)!.decision = decision
  for (const { id, ...rest } of waiting) found.get(id!)!.waiting = rest
  return found
}

type Column = (typeof COLUMNS)[keyof typeof COLUMNS]

async function listWaiting(scope: Scope, subjectId: Column, ids: string[]) {
  const rows = await scope.db
    .select({
      id: subjectId,
      submissionId: submissions.id,
      memberId: submissions.memberId,
      organizationId: submissions.organizationId,
      submittedAt: submissions.submittedAt,
      dueOn: submissions.dueOn,
    })
    .from(submissions)
    .where(and(inArray(subjectId, ids), eq(submissions.status, 'waiting')))
  const reviewersOf = await namesOfReviewers(scope, rows)
  return rows.map(({ id, submissionId, submittedAt, dueOn, ...sent }) => ({
    id,
    submissionId,
    sinceOn: dayIn(scope.district.timeZone, submittedAt),
    dueOn,
    reviewers: reviewersOf(sent),
  }))
}

type Sent = { memberId: string; organizationId: string }

/** Asks once for each member and organization, of which a page has very few. */
async function namesOfReviewers(scope: Scope, sent: Sent[]) {
  const key = ({ memberId, organizationId }: Sent) => `${memberId} ${organizationId}`
  const distinct = new Map(sent.map((row) => [key(row), row]))
  const names = new Map<string, string[]>()
  for (const [id, { organizationId, memberId }] of distinct) {
    const reviewers = await listReviewers(scope, organizationId, memberId)
    names.set(
      id,
      reviewers.map(({ name }) => name),
    )
  }
  return (row: Sent) => names.get(key(row)) ?? []
}

async function listDecisions(scope: Scope, subjectId: Column, ids: string[]) {
  const rows = await scope.db
    .select({
      id: subjectId,
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
    .orderBy(asc(reviews.decidedAt), asc(reviews.id))
  return rows.map(({ id, status, decidedAt, reason, ...reviewer }) => ({
    id,
    status,
    reason,
    by: fullName(reviewer),
    on: dayIn(scope.district.timeZone, decidedAt),
  }))
}
