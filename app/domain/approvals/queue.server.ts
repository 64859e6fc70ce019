import { and, asc, eq, inArray, ne, type SQL } from '#db/query.server'
import {
  activities,
  awards,
  completions,
  evidence,
  members,
  organizations,
  submissions,
} from '#db/schema'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { type Actor, can, decidesForWholeDistrict } from '../policy'
import type { Scope } from '../scope.server'
import { isWaiting, titleSent } from '../reviews/waiting.server'

/** What the actor may decide on: the SQL twin of the permission `submission.decide`. */
export const decidableBy = (actor: Actor) =>
  and(
    isWaiting,
    ne(submissions.memberId, actor.id),
    decidesForWholeDistrict(actor)
      ? undefined
      : inArray(submissions.organizationId, actor.supervises),
  )

const fields = {
  id: submissions.id,
  memberId: submissions.memberId,
  organizationId: submissions.organizationId,
  kind: submissions.kind,
  status: submissions.status,
  title: titleSent,
  minutes: submissions.minutes,
  submittedAt: submissions.submittedAt,
  dueOn: submissions.dueOn,
  activityId: submissions.activityId,
  completionId: submissions.completionId,
  awardId: submissions.awardId,
  evidenceId: submissions.evidenceId,
  /** Of evidence for a step of a pathway. */
  enrollmentId: evidence.enrollmentId,
  givenName: members.givenName,
  familyName: members.familyName,
  organization: organizations.name,
}

const select = (scope: Scope) =>
  scope.db
    .select(fields)
    .from(submissions)
    .innerJoin(members, eq(members.id, submissions.memberId))
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .leftJoin(activities, eq(activities.id, submissions.activityId))
    .leftJoin(completions, eq(completions.id, submissions.completionId))
    .leftJoin(awards, eq(awards.id, submissions.awardId))
    .leftJoin(evidence, eq(evidence.id, submissions.evidenceId))

const named = <T extends { givenName: string; familyName: string }>({
  givenName,
  familyName,
  ...row
}: T) => ({ ...row, member: fullName({ givenName, familyName }) })

/** A page of the submissions that fit, oldest first. */
export async function pageOfQueue(scope: Scope, condition: SQL | undefined, page: number) {
  const { limit, offset } = window(page)
  const [rows, total] = await Promise.all([
    select(scope)
      .where(condition)
      .orderBy(asc(submissions.submittedAt), asc(submissions.id))
      .limit(limit)
      .offset(offset),
    scope.db.count(submissions, condition),
  ])
  return pageOf(rows.map(named), total, page)
}

/** Some submissions, waiting or closed, in no order. The caller has decided who may see them. */
export async function listSubmissions(scope: Scope, ids: string[]) {
  const rows = await select(scope).where(inArray(submissions.id, ids))
  return rows.map(named)
}

/**
 * One submission, waiting or closed.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getSubmission(scope: Scope, id: string) {
  const [row] = await select(scope).where(eq(submissions.id, id))
  if (!row || !can(scope.actor, 'submission.view', row)) throw new NotFound('No submission.')
  return named(row)
}
