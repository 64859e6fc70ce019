import { newId } from '#db/id'
import { eq, inArray } from '#db/query.server'
import {
  pathwayAsks,
  pathwayComments,
  pathwayGroups,
  pathwayReaders,
  pathwaySteps,
  pathwayVersions,
} from '#db/schema'
import type { WriteScope } from '../scope.server'
import { keyOf, type Part, type Terms } from './path'
import type { Ask } from './step-kinds/kind'

/** A step as it is written down. */
export type WrittenStep = {
  stepKey: string
  title: string
  instructions: string | null
  weight: number
  allowedDays: number | null
  asks: Ask[]
}

/** A group as it is written down. */
export type WrittenGroup = Terms & { groupKey: string; title: string }

/**
 * Writes the parts of a version that has none yet.
 *
 * @param keys the same where the version follows another one of its pathway; new ones elsewhere, so that
 *   what was shown for a step counts for that step alone
 */
export async function insertParts(
  scope: WriteScope,
  versionId: string,
  parts: Part<WrittenStep, WrittenGroup>[],
  keys: 'the same keys' | 'new keys',
) {
  const keyFrom = (key: string) => (keys === 'the same keys' ? key : newId())
  const rows = parts.map((part, at) => ({ part, key: keyFrom(keyOf(part)), position: at + 1 }))
  await scope.db.insertMany(
    pathwayGroups,
    rows.flatMap(({ part, key, position }) =>
      'steps' in part ? [{ ...groupColumns(part.group), ...of(key), groupKey: key, position }] : [],
    ),
  )
  type Placed = {
    step: WrittenStep
    row: { stepKey: string; groupKey: string | null; position: number }
  }
  const steps = rows.flatMap(({ part, key, position }): Placed[] =>
    'steps' in part
      ? part.steps.map((step, at) => ({
          step,
          row: { stepKey: keyFrom(step.stepKey), groupKey: key, position: at + 1 },
        }))
      : [{ step: part.step, row: { stepKey: key, groupKey: null, position } }],
  )
  const written = steps.map(({ step, row }) => ({
    asks: step.asks,
    row: { ...stepColumns(step), ...row, id: newId(), versionId },
  }))
  await scope.db.insertMany(
    pathwaySteps,
    written.map(({ row }) => row),
  )
  await scope.db.insertMany(
    pathwayAsks,
    written.flatMap(({ asks, row }) =>
      asks.map((ask, at) => ({ ...askColumns(ask), ...askOf(row.id, at + 1) })),
    ),
  )

  function of(groupKey: string) {
    return { id: newId(), versionId, groupKey }
  }
  function askOf(stepId: string, position: number) {
    return { id: newId(), stepId, position }
  }
}

/** Deletes a version that nobody is on, with all that it consists of and what was said about it. */
export async function deleteVersion(scope: WriteScope, versionId: string) {
  await scope.db.delete(pathwayComments).where(eq(pathwayComments.versionId, versionId))
  await scope.db.delete(pathwayReaders).where(eq(pathwayReaders.versionId, versionId))
  const steps = scope.db
    .select({ id: pathwaySteps.id })
    .from(pathwaySteps)
    .where(eq(pathwaySteps.versionId, versionId))
  await scope.db.delete(pathwayAsks).where(inArray(pathwayAsks.stepId, steps))
  await scope.db.delete(pathwaySteps).where(eq(pathwaySteps.versionId, versionId))
  await scope.db.delete(pathwayGroups).where(eq(pathwayGroups.versionId, versionId))
  await scope.db.delete(pathwayVersions).where(eq(pathwayVersions.id, versionId))
}

/** The columns of an ask, without those that say where it stands. */
export function askColumns(ask: Ask): Ask {
  const { kind, courseId, achievementId, pathwayId, goalKind, competencies, minutes, rubric } = ask
  return { kind, courseId, achievementId, pathwayId, goalKind, competencies, minutes, rubric }
}

const stepColumns = ({ title, instructions, weight, allowedDays }: WrittenStep) => ({
  title,
  instructions,
  weight,
  allowedDays,
})

const groupColumns = ({ title, requiredSteps, ordered }: WrittenGroup) => ({
  title,
  requiredSteps,
  ordered,
})
