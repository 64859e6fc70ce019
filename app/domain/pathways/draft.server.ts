import { eq } from '#db/query.server'
import { pathwayGroups, pathwaySteps } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { moved, placed } from './arranging'
import { requirePathway, retired } from './building.server'
import type { MoveInput } from './inputs.server'
import { keyOf, type Part, stepsOf } from './path'
import { findDraft, type Group, pathOf, type Step } from './versions.server'

/**
 * The version of a pathway that is being built, to change it.
 *
 * @throws NotFound when there is no such pathway
 * @throws Conflict when it is retired, or none of it is being built
 */
export async function openDraft(scope: Scope, pathwayId: string) {
  authorize(scope.actor, 'pathway.build')
  const pathway = await requirePathway(scope, pathwayId)
  if (pathway.status === 'retired') throw retired()
  const draft = await findDraft(scope, pathwayId)
  if (!draft) {
    throw new Conflict('This version was published in the meantime. Begin a new one to change it.')
  }
  const { parts } = await pathOf(scope, draft.id)
  return { draft, parts, steps: stepsOf(parts) }
}

/** A step of the version that is being built. @throws NotFound, Conflict */
export async function openStep(scope: Scope, pathwayId: string, stepKey: string) {
  const { steps } = await openDraft(scope, pathwayId)
  const step = steps.find((each) => each.stepKey === stepKey)
  if (!step) throw new NotFound('No step.')
  return step
}

/** A group of the version that is being built. @throws NotFound, Conflict */
export async function openGroup(scope: Scope, pathwayId: string, groupKey: string) {
  const { parts } = await openDraft(scope, pathwayId)
  const part = parts.find(({ group }) => group?.groupKey === groupKey)
  if (!part || !('steps' in part)) throw new NotFound('No group.')
  return { ...part.group, steps: part.steps, parts }
}

/** Where the last part stands; 0 where there is none. */
export const lastPosition = (parts: Part<Step, Group>[]) =>
  Math.max(0, ...parts.map((part) => ('steps' in part ? part.group : part.step).position))

/**
 * Moves a step or a group of the version that is being built; at the ends of the path it stays.
 *
 * @param key of the step or group
 * @throws NotFound, Conflict
 */
export async function movePart(
  scope: WriteScope,
  pathwayId: string,
  key: string,
  input: MoveInput,
) {
  const { parts } = await openDraft(scope, pathwayId)
  const keys = [...parts.map(keyOf), ...stepsOf(parts).map(({ stepKey }) => stepKey)]
  if (!keys.includes(key)) throw new NotFound('No part.')
  const after =
    'direction' in input
      ? moved(parts, key, input.direction)
      : placed(parts, key, {
          to: input.to === 'path' ? null : input.to,
          before: input.before ?? null,
        })
  if ((await arrange(scope, after)) === 0) return
  await scope.record('pathway.edited', pathwayId, { moved: key })
}

/** Writes down where each part stands. @returns how many stood elsewhere */
export async function arrange(scope: WriteScope, parts: Part<Step, Group>[]) {
  let changed = 0
  for (const [at, part] of parts.entries()) {
    const position = at + 1
    if (!('steps' in part)) await put(part.step, { position, groupKey: null })
    else {
      if (part.group.position !== position) {
        changed++
        await scope.db
          .update(pathwayGroups)
          .set({ position })
          .where(eq(pathwayGroups.id, part.group.id))
      }
      for (const [within, step] of part.steps.entries()) {
        await put(step, { position: within + 1, groupKey: part.group.groupKey })
      }
    }
  }
  return changed

  async function put(step: Step, place: { position: number; groupKey: string | null }) {
    if (step.position === place.position && step.groupKey === place.groupKey) return
    changed++
    await scope.db.update(pathwaySteps).set(place).where(eq(pathwaySteps.id, step.id))
  }
}
