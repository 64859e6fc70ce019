import { newId } from '#db/id'
import { inArray } from '#db/query.server'
import { enrollments, keptSteps } from '#db/schema'
import type { Scope, WriteScope } from '../scope.server'
import { moveOn, type Moved } from './moving'
import { type OpenEnrollment, settle } from './progress.server'
import { groundsOf, type RecordedStep, standingOf } from './standing.server'
import { pathsOf, type VersionPath } from './versions.server'

export type MovedEnrollment = Moved & {
  enrollee: OpenEnrollment
  path: VersionPath
  recorded: RecordedStep[]
}

/**
 * What a new version means for some people under way. Publishing does just that, and the page before it
 * shows it.
 *
 * @param batch at most 400
 */
export async function assessMove(scope: Scope, batch: OpenEnrollment[], path: VersionPath) {
  const paths = await pathsOf(
    scope,
    batch.map(({ versionId }) => versionId),
  )
  const grounds = await groundsOf(scope, batch, [...paths.values(), path])
  return grounds.map(({ enrollee, facts, span, kept, recorded }): MovedEnrollment => {
    const from = paths.get(enrollee.versionId)!
    const moved = moveOn(from, path, { facts, kept, span })
    return { ...moved, enrollee, path, recorded }
  })
}

/** Takes people to a version as it was assessed. */
export async function move(scope: WriteScope, moved: MovedEnrollment[], versionId: string) {
  await scope.db
    .update(enrollments)
    .set({ versionId })
    .where(
      inArray(
        enrollments.id,
        moved.map(({ enrollee }) => enrollee.id),
      ),
    )
  await scope.db.insertMany(
    keptSteps,
    moved.flatMap(({ enrollee, keptNow }) =>
      [...keptNow].map(([stepKey, step]) => ({
        id: newId(),
        enrollmentId: enrollee.id,
        stepKey,
        ...step,
      })),
    ),
  )
  await settle(
    scope,
    moved.map(({ enrollee, path, progress, recorded }) => ({
      enrollee: { ...enrollee, versionId },
      path,
      progress,
      recorded,
      standing: standingOf(enrollee, progress, scope.today),
    })),
  )
}
