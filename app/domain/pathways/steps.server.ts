import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { pathwayAsks, pathwaySteps } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { requirePathway } from './building.server'
import { lastPosition, openDraft, openStep } from './draft.server'
import type { StepInput } from './inputs.server'
import { stepsOf } from './path'
import { MAX_ASKS, MAX_STEPS } from './pathway'
import { type AskInput, readAsk } from './step-kinds/registry.server'
import { findDraft, pathOf } from './versions.server'
import { askColumns } from './writing.server'

/**
 * Puts a step at the end of the version that is being built.
 *
 * @throws Conflict when there is no such version
 * @throws Invalid when what it asks for is not in the catalog, or there are too many steps
 */
export async function addStep(scope: WriteScope, pathwayId: string, input: StepInput) {
  const { draft, parts, steps } = await openDraft(scope, pathwayId)
  if (steps.length >= MAX_STEPS) {
    throw new Invalid(null, `A pathway has at most ${MAX_STEPS} steps. Remove one first.`)
  }
  const { ask, title } = await readAsk(scope, input)
  const stepKey = newId()
  const id = newId()
  await scope.db.insert(pathwaySteps).values({
    ...wordsOf(input, title),
    id,
    versionId: draft.id,
    stepKey,
    position: lastPosition(parts) + 1,
  })
  await scope.db.insert(pathwayAsks).values({ ...ask, id: newId(), stepId: id, position: 1 })
  await scope.record('pathway.edited', pathwayId, { added: stepKey })
  return { stepKey }
}

/** Changes a step and the first thing it asks for. @throws NotFound, Conflict, Invalid */
export async function editStep(
  scope: WriteScope,
  pathwayId: string,
  stepKey: string,
  input: StepInput,
) {
  const step = await openStep(scope, pathwayId, stepKey)
  const { ask, title } = await readAsk(scope, input)
  await scope.db.update(pathwaySteps).set(wordsOf(input, title)).where(eq(pathwaySteps.id, step.id))
  await scope.db
    .update(pathwayAsks)
    .set(askColumns(ask))
    .where(eq(pathwayAsks.id, step.asks[0]!.id))
  await scope.record('pathway.edited', pathwayId, { changed: stepKey })
}

/** Takes a step out of the version that is being built. @throws NotFound, Conflict */
export async function removeStep(scope: WriteScope, pathwayId: string, stepKey: string) {
  const step = await openStep(scope, pathwayId, stepKey)
  await scope.db.delete(pathwayAsks).where(eq(pathwayAsks.stepId, step.id))
  await scope.db.delete(pathwaySteps).where(eq(pathwaySteps.id, step.id))
  await scope.record('pathway.edited', pathwayId, { removed: stepKey })
  return step
}

/**
 * Lets a step accept something else instead of what it asks for.
 *
 * @throws NotFound, Conflict
 * @throws Invalid when it is not in the catalog, or there is enough to choose from
 */
export async function addAsk(
  scope: WriteScope,
  pathwayId: string,
  stepKey: string,
  input: AskInput,
) {
  const step = await openStep(scope, pathwayId, stepKey)
  if (step.asks.length >= MAX_ASKS) {
    throw new Invalid(null, `A step accepts at most ${MAX_ASKS} different things.`)
  }
  if (input.kind === 'evidence' && step.asks.some(({ kind }) => kind === 'evidence')) {
    throw new Invalid(null, 'The step accepts evidence already.')
  }
  const { ask } = await readAsk(scope, input)
  const id = newId()
  await scope.db
    .insert(pathwayAsks)
    .values({ ...ask, id, stepId: step.id, position: (step.asks.at(-1)?.position ?? 0) + 1 })
  await scope.record('pathway.edited', pathwayId, { changed: stepKey })
  return { id }
}

/**
 * Takes away something that a step accepts; what is left is asked for as before.
 *
 * @throws NotFound when it is not there, or is the only thing the step asks for
 */
export async function removeAsk(
  scope: WriteScope,
  pathwayId: string,
  stepKey: string,
  askId: string,
) {
  const step = await openStep(scope, pathwayId, stepKey)
  if (step.asks.length < 2 || !step.asks.some(({ id }) => id === askId)) {
    throw new NotFound('Nothing to take away.')
  }
  await scope.db.delete(pathwayAsks).where(eq(pathwayAsks.id, askId))
  await scope.record('pathway.edited', pathwayId, { changed: stepKey })
}

/** The pathway that a part is to be added to. @throws NotFound when none of it is being built */
export async function openNewStep(scope: Scope, pathwayId: string) {
  authorize(scope.actor, 'pathway.build')
  const { id, title } = await requirePathway(scope, pathwayId)
  if (!(await findDraft(scope, pathwayId))) throw new NotFound('No version that is being built.')
  return { id, title }
}

/** One step of the version that is being built, for its form. @throws NotFound, Forbidden */
export async function getStep(scope: Scope, pathwayId: string, stepKey: string) {
  authorize(scope.actor, 'pathway.build')
  const { title } = await requirePathway(scope, pathwayId)
  const draft = await findDraft(scope, pathwayId)
  const steps = draft ? stepsOf((await pathOf(scope, draft.id)).parts) : []
  const step = steps.find((each) => each.stepKey === stepKey)
  if (!step) throw new NotFound('No step.')
  return { step, pathway: { id: pathwayId, title } }
}

const wordsOf = (input: StepInput, named: string) => ({
  title: input.title ?? named,
  instructions: input.instructions ?? null,
  weight: input.weight ?? 1,
  allowedDays: input.allowedDays ?? null,
})
