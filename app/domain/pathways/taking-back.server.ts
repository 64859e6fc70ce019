import { eq } from '#db/query.server'
import { enrollments, pathways, stepCompletions } from '#db/schema'
import type { WriteScope } from '../scope.server'
import type { Source } from './progress'
import { refreshProgress } from './progress.server'

/**
 * Brings the open enrollments of somebody up to date after a row of theirs counts no longer: a step that
 * rests on it is open again, unless enough else is there; so is one kept from an earlier version, until the row
 * counts again. When somebody first engaged stays as it was, and so does every enrollment that
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
      enrollmentId: stepCompletions.enrollmentId,
      sources: stepCompletions.sources,
      title: pathways.title,
      completedOn: enrollments.completedOn,
    })
    .from(stepCompletions)
    .innerJoin(enrollments, eq(enrollments.id, stepCompletions.enrollmentId))
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(eq(enrollments.memberId, memberId))
  return rows.filter(({ sources }) => sources.some((row) => row.kind === kind && row.id === id))
}
