import { and, eq } from '#db/query.server'
import { enrollments, evidence, pathwayAsks, pathwaySteps } from '#db/schema'
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
