import { newId } from '#db/id'
import { inArray } from '#db/query.server'
import { enrollments, stepCompletions } from '#db/schema'
import type { Scope, WriteScope } from '../scope.server'
import { batchesOf, groupBy } from '../grouping'
import { moveOn, type Moved } from './moving'
import { BATCH, type OpenEnrollment, settle } from './progress.server'
import { groundsOf, keptIn, type RecordedStep, standingOf } from './standing.server'
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
  return grounds.map(({ enrollee, facts, span, recorded }): MovedEnrollment => {
    const from = paths.get(enrollee.versionId)!
    const moved = moveOn(from, path, { facts, kept: keptIn(recorded), span })
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
  const kept = moved.map((each) => keep(scope, each))
  await write(scope, kept.flat())
  const assessed = moved.map(({ enrollee, path, progress, recorded }, at) => {
    const lost = new Map(kept[at]!.map(({ row }) => [row.stepKey, row]))
    const others = recorded.filter(({ stepKey }) => !lost.has(stepKey))
    return {
      enrollee: { ...enrollee, versionId },
      path,
      progress,
      recorded: [...others, ...lost.values()],
      standing: standingOf(enrollee, progress, scope.today),
    }
  })
  await settle(scope, assessed)
}

type Kept = { row: RecordedStep; isRecorded: boolean }

function keep(scope: WriteScope, { enrollee, keptNow, recorded }: MovedEnrollment): Kept[] {
  return [...keptNow].map(([stepKey, step]) => {
    const known = recorded.find((row) => row.stepKey === stepKey)
    const id = known?.id ?? newId(scope.now)
    return {
      row: { id, enrollmentId: enrollee.id, stepKey, ...step },
      isRecorded: known !== undefined,
    }
  })
}

async function write(scope: WriteScope, kept: Kept[]) {
  const known = kept.filter(({ isRecorded }) => isRecorded).map(({ row }) => row)
  for (const [keptFrom, rows] of groupBy(known, (row) => row.keptFrom)) {
    for (const batch of batchesOf(rows, BATCH)) {
      await scope.db
        .update(stepCompletions)
        .set({ keptFrom })
        .where(
          inArray(
            stepCompletions.id,
            batch.map(({ id }) => id),
          ),
        )
    }
  }
  await scope.db.insertMany(
    stepCompletions,
    kept.filter(({ isRecorded }) => !isRecorded).map(({ row }) => row),
  )
}
