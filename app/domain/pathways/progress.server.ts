import { and, asc, eq, gt, inArray, isNull, type SQL } from '#db/query.server'
import { enrollments, pathways, pathwayVersions, stepCompletions } from '#db/schema'
import { newId } from '#db/id'
import { recordMany } from '../events/recording.server'
import type { Scope, WriteScope } from '../scope.server'
import { groupBy } from '../grouping'
import { assess, type Assessed, type Standing, type Enrollee } from './standing.server'

/** How many people one round of queries takes. */
export const BATCH = 400

type OpenEnrollment = Enrollee & Standing & { id: string }

/**
 * Brings the open enrollments of a member up to date with what counts now. Call it in the transaction
 * that made something count. Completed enrollments are never touched.
 */
export async function refreshProgress(scope: WriteScope, memberId: string): Promise<void> {
  await refreshOpen(scope, eq(enrollments.memberId, memberId))
}

/** Brings the open enrollments that fit up to date, in batches. */
export async function refreshOpen(scope: WriteScope, which: SQL) {
  let after: string | null = null
  for (;;) {
    const batch: OpenEnrollment[] = await openEnrollments(scope, which, after)
    if (batch.length > 0) await refresh(scope, batch)
    if (batch.length < BATCH) return
    after = batch.at(-1)!.id
  }
}

/** Keeps the steps that are newly done, and says so in the audit trail. */
export async function keepSteps(
  scope: WriteScope,
  assessed: Assessed<Enrollee & { id: string }>[],
) {
  const done = assessed.flatMap(({ enrollee, progress, keptKeys }) =>
    progress.steps.flatMap(({ stepKey, completedOn, sources }) =>
      completedOn === null || keptKeys.has(stepKey)
        ? []
        : [{ id: newId(scope.now), enrollmentId: enrollee.id, stepKey, completedOn, sources }],
    ),
  )
  await scope.db.insertMany(stepCompletions, done)
  await recordMany(
    scope,
    'step.completed',
    done.map(({ enrollmentId, stepKey }) => ({ subjectId: enrollmentId, details: { stepKey } })),
  )
  const completed = assessed.filter(({ standing }) => standing.completedOn !== null)
  await recordMany(
    scope,
    'enrollment.completed',
    completed.map(({ enrollee }) => ({
      subjectId: enrollee.id,
      details: { pathwayId: enrollee.pathwayId, memberId: enrollee.memberId },
    })),
  )
}

async function openEnrollments(scope: Scope, which: SQL, after: string | null) {
  return scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      pathwayId: enrollments.pathwayId,
      versionId: enrollments.versionId,
      requiredSteps: pathwayVersions.requiredSteps,
      validMonths: pathways.validMonths,
      enrolledOn: enrollments.enrolledOn,
      engagedOn: enrollments.engagedOn,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      completedOn: enrollments.completedOn,
      expiresOn: enrollments.expiresOn,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, enrollments.versionId))
    .where(
      and(
        which,
        isNull(enrollments.completedOn),
        isNull(enrollments.endedOn),
        after === null ? undefined : gt(enrollments.id, after),
      ),
    )
    .orderBy(asc(enrollments.id))
    .limit(BATCH)
}

async function refresh(scope: WriteScope, batch: OpenEnrollment[]) {
  const assessed = await assess(scope, batch)
  await keepSteps(scope, assessed)
  const changed = assessed.filter(({ enrollee, standing }) => keyOf(enrollee) !== keyOf(standing))
  for (const group of groupBy(changed, ({ standing }) => keyOf(standing)).values()) {
    await scope.db
      .update(enrollments)
      .set(group[0]!.standing)
      .where(
        inArray(
          enrollments.id,
          group.map(({ enrollee }) => enrollee.id),
        ),
      )
  }
}

const keyOf = (standing: Standing) =>
  [
    standing.stepsCompleted,
    standing.stepsRequired,
    standing.engagedOn,
    standing.completedOn,
    standing.expiresOn,
  ].join()
