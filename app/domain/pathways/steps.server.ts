import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { achievements, courses, pathwaySteps } from '#db/schema'
import { Conflict, Invalid, NotFound } from '../errors'
import { competencyName } from '../frameworks/competency'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { requirePathway, retired } from './building.server'
import type { StepInput } from './inputs.server'
import { MAX_STEPS } from './pathway'
import { findDraft, listSteps } from './versions.server'

/**
 * Puts a step at the end of the version that is being built.
 *
 * @throws Conflict when there is no such version
 * @throws Invalid when the course or badge is not in the catalog, or there are too many steps
 */
export async function addStep(scope: WriteScope, pathwayId: string, input: StepInput) {
  const { draft, steps } = await openDraft(scope, pathwayId)
  if (steps.length >= MAX_STEPS) {
    throw new Invalid(null, `A pathway has at most ${MAX_STEPS} steps. Remove one first.`)
  }
  const stepKey = newId(scope.now)
  await scope.db.insert(pathwaySteps).values({
    ...(await columnsOf(scope, input)),
    id: newId(scope.now),
    versionId: draft.id,
    stepKey,
    position: (steps.at(-1)?.position ?? 0) + 1,
  })
  await scope.record('pathway.edited', pathwayId, { added: stepKey })
  return { stepKey }
}

/** Changes a step. Who has done it as it was keeps it. @throws NotFound, Conflict, Invalid */
export async function editStep(
  scope: WriteScope,
  pathwayId: string,
  stepKey: string,
  input: StepInput,
) {
  const step = await openStep(scope, pathwayId, stepKey)
  await scope.db
    .update(pathwaySteps)
    .set(await columnsOf(scope, input))
    .where(eq(pathwaySteps.id, step.id))
  await scope.record('pathway.edited', pathwayId, { changed: stepKey })
}

/** Takes a step out of the version that is being built. @throws NotFound, Conflict */
export async function removeStep(scope: WriteScope, pathwayId: string, stepKey: string) {
  const step = await openStep(scope, pathwayId, stepKey)
  await scope.db.delete(pathwaySteps).where(eq(pathwaySteps.id, step.id))
  await scope.record('pathway.edited', pathwayId, { removed: stepKey })
  return step
}

/** Moves a step one place; at the end of the path it stays where it is. @throws NotFound, Conflict */
export async function moveStep(
  scope: WriteScope,
  pathwayId: string,
  stepKey: string,
  direction: 'up' | 'down',
) {
  const step = await openStep(scope, pathwayId, stepKey)
  const neighbor = step.neighbors[direction]
  if (!neighbor) return
  await place(scope, step.id, neighbor.position)
  await place(scope, neighbor.id, step.position)
  await scope.record('pathway.edited', pathwayId, { moved: stepKey, direction })
}

/** The pathway that a step is to be added to. @throws NotFound when none of it is being built */
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
  const steps = draft ? await listSteps(scope, draft.id) : []
  const step = steps.find((each) => each.stepKey === stepKey)
  if (!step) throw new NotFound('No step.')
  return { step, pathway: { id: pathwayId, title } }
}

async function openStep(scope: Scope, pathwayId: string, stepKey: string) {
  const { steps } = await openDraft(scope, pathwayId)
  const at = steps.findIndex((step) => step.stepKey === stepKey)
  const step = steps[at]
  if (!step) throw new NotFound('No step.')
  return { ...step, neighbors: { up: steps[at - 1], down: steps[at + 1] } }
}

async function openDraft(scope: Scope, pathwayId: string) {
  authorize(scope.actor, 'pathway.build')
  const pathway = await requirePathway(scope, pathwayId)
  if (pathway.status === 'retired') throw retired()
  const draft = await findDraft(scope, pathwayId)
  if (!draft) {
    throw new Conflict('This version was published in the meantime. Begin a new one to change it.')
  }
  return { draft, steps: await listSteps(scope, draft.id) }
}

const place = (scope: WriteScope, id: string, position: number) =>
  scope.db.update(pathwaySteps).set({ position }).where(eq(pathwaySteps.id, id))

async function columnsOf(scope: Scope, input: StepInput) {
  const empty = { courseId: null, achievementId: null, competency: null, minutes: null }
  const written = { ...empty, kind: input.kind, instructions: input.instructions ?? null }
  switch (input.kind) {
    case 'course': {
      const courseTitle = await titleOfCourse(scope, input.courseId)
      return { ...written, courseId: input.courseId, title: input.title ?? courseTitle }
    }
    case 'badge': {
      const { achievementId } = input
      const achievementTitle = await titleOfAchievement(scope, achievementId)
      return { ...written, achievementId, title: input.title ?? achievementTitle }
    }
    case 'activity_minutes': {
      const { competency, hours } = input
      const title = input.title ?? competencyName(competency)
      return { ...written, competency, minutes: hours, title }
    }
    case 'evidence':
      return { ...written, title: input.title }
  }
}

async function titleOfCourse(scope: Scope, id: string) {
  const [course] = await scope.db
    .select({ title: courses.title, retiredAt: courses.retiredAt })
    .from(courses)
    .where(eq(courses.id, id))
  if (!course || course.retiredAt) {
    throw new Invalid('courseId', 'That course is not in the catalog any more. Choose another.')
  }
  return course.title
}

async function titleOfAchievement(scope: Scope, id: string) {
  const [achievement] = await scope.db
    .select({ title: achievements.title, retiredAt: achievements.retiredAt })
    .from(achievements)
    .where(eq(achievements.id, id))
  if (!achievement || achievement.retiredAt) {
    throw new Invalid('achievementId', 'That badge is not in the catalog any more. Choose another.')
  }
  return achievement.title
}
