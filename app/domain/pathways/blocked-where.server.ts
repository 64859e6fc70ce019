import { and, eq, exists, listHas, notExists, or, wordOf } from '#db/query.server'
import {
  activityCompetencies,
  awards,
  completions,
  enrollments,
  evidence,
  pathwayAsks,
  pathwaySteps,
  stepCompletions,
  submissions,
} from '#db/schema'
import { COMPETENCIES } from '../frameworks/competency'
import type { Scope } from '../scope.server'
import { isWaiting } from '../reviews/waiting.server'

/** What waits for a decision, of the member of the enrollment in the query around. */
export const isWaitingOfMember = and(eq(submissions.memberId, enrollments.memberId), isWaiting)!

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

const WORDS = COMPETENCIES.map(({ id }) => id)

/** One of the things the step asks for is what was sent. */
const asksFor = (scope: Scope) =>
  or(
    and(eq(evidence.enrollmentId, enrollments.id), eq(evidence.stepKey, pathwaySteps.stepKey)),
    exists(
      scope.db
        .select({ id: pathwayAsks.id })
        .from(pathwayAsks)
        .where(
          and(
            eq(pathwayAsks.stepId, pathwaySteps.id),
            or(
              eq(pathwayAsks.courseId, completions.courseId),
              eq(pathwayAsks.achievementId, awards.achievementId),
              exists(
                scope.db
                  .select({ id: activityCompetencies.activityId })
                  .from(activityCompetencies)
                  .where(
                    and(
                      eq(activityCompetencies.activityId, submissions.activityId),
                      listHas(
                        pathwayAsks.competencies,
                        wordOf(activityCompetencies.competency, WORDS),
                      ),
                    ),
                  ),
              ),
            ),
          ),
        ),
    ),
  )
