import {
  alias,
  and,
  desc,
  eq,
  exists,
  gt,
  isNotNull,
  isNull,
  isWord,
  ne,
  notExists,
  or,
} from '#db/query.server'
import {
  activities,
  awards,
  completions,
  enrollments,
  evidence,
  members,
  pathwaySteps,
  reviews,
  stepCompletions,
  submissions,
} from '#db/schema'
import { fullName } from '../people/name'
import { isLastReview } from '../reviews/standing-then.server'
import { titleSent } from '../reviews/waiting.server'
import type { Scope } from '../scope.server'
import { type Next, NEXT_SHOWN } from './next'

/** How often the same thing may have come back before others would be missed. */
const TIMES_RETURNED = 4

/** What came back to the actor with a question that they have not answered yet, newest first. */
export async function listReturned(scope: Scope): Promise<Next[]> {
  const rows = await scope.db
    .select({
      activityId: submissions.activityId,
      completionId: submissions.completionId,
      awardId: submissions.awardId,
      enrollmentId: evidence.enrollmentId,
      stepKey: evidence.stepKey,
      title: titleSent,
      reason: reviews.reason,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(submissions)
    .innerJoin(reviews, and(eq(reviews.submissionId, submissions.id), isLastReview(scope))!)
    .innerJoin(members, eq(members.id, reviews.reviewerId))
    .leftJoin(activities, eq(activities.id, submissions.activityId))
    .leftJoin(completions, eq(completions.id, submissions.completionId))
    .leftJoin(awards, eq(awards.id, submissions.awardId))
    .leftJoin(evidence, eq(evidence.id, submissions.evidenceId))
    .where(
      and(
        eq(submissions.memberId, scope.actor.id),
        isWord(submissions.status, 'returned'),
        or(
          eq(activities.status, 'returned'),
          eq(completions.status, 'returned'),
          and(eq(awards.verification, 'not_verified'), isLastOfAward(scope)),
          and(isNotNull(evidence.stepKey), isStepOpen(scope), isLastOfStep(scope)),
        ),
      ),
    )
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(NEXT_SHOWN * TIMES_RETURNED)
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const subject = subjectOf(row)
    if (seen.has(subject.id)) return []
    seen.add(subject.id)
    return [
      { kind: 'returned', ...subject, title: row.title, by: fullName(row), reason: row.reason },
    ]
  })
}

function subjectOf(row: {
  activityId: string | null
  completionId: string | null
  awardId: string | null
  enrollmentId: string | null
  stepKey: string | null
}) {
  if (row.activityId) return { what: 'activity', id: row.activityId } as const
  if (row.completionId) return { what: 'completion', id: row.completionId } as const
  if (row.awardId) return { what: 'award', id: row.awardId } as const
  const { enrollmentId, stepKey } = row
  return { what: 'step', id: stepKey!, enrollmentId: enrollmentId! } as const
}

const later = alias(submissions, 'later')
const laterEvidence = alias(evidence, 'later_evidence')

/** Nothing was sent after it that was not taken back. */
const isAnswer = and(gt(later.submittedAt, submissions.submittedAt), ne(later.status, 'withdrawn'))

const isLastOfAward = (scope: Scope) =>
  notExists(
    scope.db
      .select({ id: later.id })
      .from(later)
      .where(and(eq(later.awardId, submissions.awardId), isAnswer)),
  )

/** A step is answered by any piece of evidence for it, such as a better file. */
const isLastOfStep = (scope: Scope) =>
  notExists(
    scope.db
      .select({ id: later.id })
      .from(later)
      .innerJoin(laterEvidence, eq(laterEvidence.id, later.evidenceId))
      .where(
        and(
          eq(laterEvidence.enrollmentId, evidence.enrollmentId),
          eq(laterEvidence.stepKey, evidence.stepKey),
          isAnswer,
        ),
      ),
  )

/** The enrollment is under way, and the step still belongs to its pathway and is not done. */
const isStepOpen = (scope: Scope) =>
  exists(
    scope.db
      .select({ id: enrollments.id })
      .from(enrollments)
      .innerJoin(
        pathwaySteps,
        and(
          eq(pathwaySteps.versionId, enrollments.versionId),
          eq(pathwaySteps.stepKey, evidence.stepKey),
        )!,
      )
      .leftJoin(
        stepCompletions,
        and(
          eq(stepCompletions.enrollmentId, enrollments.id),
          eq(stepCompletions.stepKey, evidence.stepKey),
        )!,
      )
      .where(
        and(
          eq(enrollments.id, evidence.enrollmentId),
          isNull(enrollments.endedOn),
          isNull(enrollments.completedOn),
          isNull(stepCompletions.id),
        ),
      ),
  )
