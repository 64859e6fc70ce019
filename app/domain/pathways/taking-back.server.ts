import { eq, inArray } from '#db/query.server'
import { enrollments, pathways, stepCompletions } from '#db/schema'
import { recordMany } from '../events/recording.server'
import type { WriteScope } from '../scope.server'
import type { Source } from './progress'
import { refreshProgress } from './progress.server'

/**
 * Brings the open enrollments of somebody up to date after a row of theirs counts no longer: a step that
 * rests on it is open again, unless enough else is there. Steps kept from an earlier version because of
 * that row are kept no more. When somebody first engaged stays as it was, and so does every enrollment that
 * is completed or has ended.
 *
 * @returns the completed enrollments that rest on the row
 */
export async function takeBackSteps(
  scope: WriteScope,
  memberId: string,
  source: Pick<Source, 'kind' | 'id'>,
) {
  const steps = await stepsOn(scope, memberId, source)
  const kept = steps.filter(
    ({ keptFrom, completedOn, endedOn }) => keptFrom && !completedOn && !endedOn,
  )
  await scope.db.delete(stepCompletions).where(
    inArray(
      stepCompletions.id,
      kept.map(({ id }) => id),
    ),
  )
  await recordMany(
    scope,
    'step.reopened',
    kept.map(({ enrollmentId, stepKey }) => ({ subjectId: enrollmentId, details: { stepKey } })),
  )
  await refreshProgress(scope, memberId)
  const completed = steps.filter(({ completedOn }) => completedOn !== null)
  const byEnrollment = new Map(completed.map(({ enrollmentId, title }) => [enrollmentId, title]))
  return [...byEnrollment].map(([id, title]) => ({ id, title }))
}

/** The steps of a member that were completed by a row, alone or with others. */
async function stepsOn(
  scope: WriteScope,
  memberId: string,
  { kind, id }: Pick<Source, 'kind' | 'id'>,
) {
  const rows = await scope.db
    .select({
      id: stepCompletions.id,
      enrollmentId: stepCompletions.enrollmentId,
      stepKey: stepCompletions.stepKey,
      sources: stepCompletions.sources,
      keptFrom: stepCompletions.keptFrom,
      title: pathways.title,
      completedOn: enrollments.completedOn,
      endedOn: enrollments.endedOn,
    })
    .from(stepCompletions)
    .innerJoin(enrollments, eq(enrollments.id, stepCompletions.enrollmentId))
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(eq(enrollments.memberId, memberId))
  return rows.filter(({ sources }) => sources.some((row) => row.kind === kind && row.id === id))
}
