import { and, asc, eq, inArray } from '#db/query.server'
import {
  enrollments,
  evidence,
  members,
  pathwayAsks,
  pathwaySteps,
  reviews,
  submissions,
} from '#db/schema'
import { type Day, dayIn } from '../calendar'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'

/** What a reviewer looks for in evidence for a step, as the version says that its owner follows. */
export async function criteriaOf(scope: Scope, { evidenceId }: { evidenceId: string | null }) {
  if (evidenceId === null) return []
  const [row] = await scope.db
    .select({ rubric: pathwayAsks.rubric })
    .from(evidence)
    .innerJoin(enrollments, eq(enrollments.id, evidence.enrollmentId))
    .innerJoin(
      pathwaySteps,
      and(
        eq(pathwaySteps.versionId, enrollments.versionId),
        eq(pathwaySteps.stepKey, evidence.stepKey),
      )!,
    )
    .innerJoin(
      pathwayAsks,
      and(eq(pathwayAsks.stepId, pathwaySteps.id), eq(pathwayAsks.kind, 'evidence'))!,
    )
    .where(eq(evidence.id, evidenceId))
  return row?.rubric ?? []
}

/** Who approved a piece of evidence and when, and what they looked for and found. */
export type EvidenceApproval = { by: string; on: Day; found: string[] }

/** The approvals of some pieces of evidence that stand, by the piece; the newest of each. */
export async function approvalsOf(scope: Scope, evidenceIds: string[]) {
  const rows =
    evidenceIds.length === 0
      ? []
      : await scope.db
          .select({
            evidenceId: submissions.evidenceId,
            decidedAt: reviews.decidedAt,
            found: reviews.rubric,
            givenName: members.givenName,
            familyName: members.familyName,
          })
          .from(reviews)
          .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
          .innerJoin(members, eq(members.id, reviews.reviewerId))
          .where(
            and(
              inArray(submissions.evidenceId, evidenceIds),
              eq(submissions.status, 'approved'),
              eq(reviews.decision, 'approved'),
            ),
          )
          .orderBy(asc(reviews.decidedAt))
  return new Map(
    rows.map(({ evidenceId, decidedAt, found, ...reviewer }): [string, EvidenceApproval] => [
      evidenceId!,
      {
        by: fullName(reviewer),
        on: dayIn(scope.district.timeZone, decidedAt),
        found: found ?? [],
      },
    ]),
  )
}
