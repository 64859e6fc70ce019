import { and, eq, exists, inArray, notExists, or } from '#db/query.server'
import {
  activityCompetencies,
  awards,
  completions,
  enrollments,
  evidence,
  pathwaySteps,
  stepCompletions,
  submissions,
} from '#db/schema'
import type { Scope } from '../scope.server'

/** What waits for a decision, of the member of the enrollment in the query around. */
export const isWaitingOfMember = and(
  eq(submissions.memberId, enrollments.memberId),
  eq(submissions.status, 'waiting'),
)!

/**
 * Something its member sent waits for a decision, and would count for a step of the enrollment that is
 * not done: the next move is ours.
 */
export const waitsForUs = (scope: Scope) =>
  exists(
    scope.db
      .select({ id: submissions.id })
      .from(submissions)
      .leftJoin(evidence, eq(evidence.id, submissions.evidenceId))
      .leftJoin(completions, eq(completions.id, submissions.completionId))
      .leftJoin(awards, eq(awards.id, submissions.awardId))
      .where(and(isWaitingOfMember, wouldCount(scope))),
  )

/** The submission would count for a step of the enrollment; joined with what it may be about. */
export const wouldCount = (scope: Scope) =>
  exists(
    scope.db
      .select({ id: pathwaySteps.id })
      .from(pathwaySteps)
      .where(
        and(
          eq(pathwaySteps.versionId, enrollments.versionId),
          asksFor(scope),
          notExists(
            scope.db
              .select({ id: stepCompletions.id })
              .from(stepCompletions)
              .where(
                and(
                  eq(stepCompletions.enrollmentId, enrollments.id),
                  eq(stepCompletions.stepKey, pathwaySteps.stepKey),
                ),
              ),
          ),
        ),
      ),
  )

/** The step asks for what was sent. */
const asksFor = (scope: Scope) =>
  or(
    and(eq(evidence.enrollmentId, enrollments.id), eq(evidence.stepKey, pathwaySteps.stepKey)),
    eq(pathwaySteps.courseId, completions.courseId),
    eq(pathwaySteps.achievementId, awards.achievementId),
    inArray(
      pathwaySteps.competency,
      scope.db
        .select({ competency: activityCompetencies.competency })
        .from(activityCompetencies)
        .where(eq(activityCompetencies.activityId, submissions.activityId)),
    ),
  )
