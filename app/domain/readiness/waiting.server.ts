import {
  ALL_FIRST,
  and,
  countDistinct,
  eq,
  gt,
  isNull,
  minOf,
  or,
  type SQL,
  startsWith,
  type TenantColumn,
} from '#db/query.server'
import {
  awards,
  completions,
  enrollments,
  evidence,
  formerAwards,
  organizations,
  pathwayAsks,
  pathwaySteps,
  submissions,
} from '#db/schema'
import { awardThen, formerThen } from '../reviews/awards-then.server'
import { type Day, dayIn, endOfDay } from '../calendar'
import { waitedAt } from '../reviews/standing-then.server'
import type { Scope } from '../scope.server'
import { wasOpen } from './audience.server'
import type { Waiting } from './readiness'
import { isWaiting } from '../reviews/waiting.server'

/**
 * What waits for a decision within an organization and would count for a pathway, at the end of a day:
 * evidence for its steps, and courses and badges it asks for. Activities are not among it, for they
 * wait whether or not a pathway asks for them.
 */
export async function waitingByPathway(scope: Scope, path: string, day: Day) {
  const within = waitingWithin(scope, path, day)
  const rows = [
    ...(await waitingEvidence(scope, within)),
    ...(await waitingCourses(scope, within, day)),
    ...(await waitingBadges(scope, within, day)),
  ]
  const byPathway = new Map<string, Waiting>()
  for (const { pathwayId, waiting, oldest } of rows) {
    const known = byPathway.get(pathwayId) ?? { waiting: 0, oldestOn: null }
    const sentOn = oldest && dayIn(scope.district.timeZone, oldest)
    const oldestOn =
      known.oldestOn !== null && (sentOn === null || known.oldestOn < sentOn)
        ? known.oldestOn
        : sentOn
    byPathway.set(pathwayId, { waiting: known.waiting + waiting, oldestOn })
  }
  return (pathwayId: string): Waiting => byPathway.get(pathwayId) ?? { waiting: 0, oldestOn: null }
}

function waitingWithin(scope: Scope, path: string, day: Day) {
  const end = endOfDay(day, scope.district.timeZone)
  const waits = day === scope.today ? isWaiting : waitedAt(scope, end)
  return and(waits, startsWith(organizations.path, path))
}

const waitingEvidence = (scope: Scope, within: SQL | undefined) =>
  scope.db
    .select({
      pathwayId: enrollments.pathwayId,
      waiting: countDistinct(submissions.id),
      oldest: minOf(submissions.submittedAt),
    })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .innerJoin(evidence, eq(evidence.id, submissions.evidenceId))
    .innerJoin(enrollments, eq(enrollments.id, evidence.enrollmentId))
    .where(within)
    .groupBy(enrollments.pathwayId)

function waitingCourses(scope: Scope, within: SQL | undefined, day: Day) {
  const sent = scope.db
    .select({ ...sentFields, courseId: completions.courseId })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .innerJoin(completions, eq(completions.id, submissions.completionId))
    .where(within)
    .limit(ALL_FIRST)
    .as('sent')
  return scope.db
    .selectFrom(sent, fieldsOf(sent))
    .innerJoin(pathwayAsks, eq(pathwayAsks.courseId, sent.courseId))
    .innerJoin(pathwaySteps, eq(pathwaySteps.id, pathwayAsks.stepId))
    .innerJoin(enrollments, underWayOn(day, sent))
    .groupBy(enrollments.pathwayId)
}

function waitingBadges(scope: Scope, within: SQL | undefined, day: Day) {
  const sent = scope.db
    .select({ ...sentFields, achievementId: awardThen.achievementId.as('achievement_then') })
    .from(submissions)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .innerJoin(awards, eq(awards.id, submissions.awardId))
    .leftJoin(formerAwards, formerThen(scope, day))
    .where(within)
    .limit(ALL_FIRST)
    .as('sent')
  return scope.db
    .selectFrom(sent, fieldsOf(sent))
    .innerJoin(pathwayAsks, eq(pathwayAsks.achievementId, sent.achievementId))
    .innerJoin(pathwaySteps, eq(pathwaySteps.id, pathwayAsks.stepId))
    .innerJoin(enrollments, underWayOn(day, sent))
    .groupBy(enrollments.pathwayId)
}

const sentFields = {
  id: submissions.id,
  memberId: submissions.memberId,
  submittedAt: submissions.submittedAt,
}

const fieldsOf = <Instant extends TenantColumn>(sent: {
  id: TenantColumn
  submittedAt: Instant
}) => ({
  pathwayId: enrollments.pathwayId,
  waiting: countDistinct(sent.id),
  oldest: minOf(sent.submittedAt),
})

/** The enrollment of the sender, under way on the day, in a version that has the step. */
const underWayOn = (day: Day, sent: { memberId: TenantColumn }) =>
  and(
    eq(enrollments.memberId, sent.memberId),
    eq(enrollments.versionId, pathwaySteps.versionId),
    wasOpen(day),
    or(isNull(enrollments.completedOn), gt(enrollments.completedOn, day)),
  )!
