import type { Audience, Condition, DueRule, GradeBand, Role } from '#db/words'
import { createPathway, editPathway } from '~/domain/pathways/building.server'
import { NO_DUE_DATE } from '~/domain/pathways/due'
import type { AssignmentInput, StepInput } from '~/domain/pathways/inputs.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { addStep } from '~/domain/pathways/steps.server'
import type { TestMember } from '../../support/members'
import { world } from '../../support/world'

const { courses, organization } = world.northside

/** A step that is done with the course of the catalog that the world calls by this name. */
export const courseStep = (name: keyof typeof courses): StepInput => ({
  kind: 'course',
  courseId: courses[name],
})

/** Hours on a competency. */
export const hoursStep = (competency: string, hours: number): StepInput => ({
  kind: 'activity_minutes',
  competencies: [`digcompedu-2017/${competency}`],
  hours,
})

export const evidenceStep: StepInput = { kind: 'evidence', title: 'A lesson plan', rubric: [] }

/** A pathway that a coordinator has built and published, and the keys of its steps. */
export async function publish(
  coordinator: TestMember,
  steps: StepInput[],
  given: { requiredSteps?: number; ordered?: boolean; validMonths?: number } = {},
) {
  const { id } = await coordinator.write(createPathway, {
    title: 'Coding for everybody',
    validMonths: given.validMonths,
  })
  const keys = []
  for (const step of steps) keys.push((await coordinator.write(addStep, id, step)).stepKey)
  if (given.requiredSteps || given.ordered) {
    await coordinator.write(editPathway, id, {
      title: 'Coding for everybody',
      version: 1,
      ...given,
    })
  }
  await coordinator.write(publishPathway, id)
  return { id, keys }
}

/** The educators of the district, or of a part of it. */
export const within = (
  narrowed: {
    organizationId?: string
    role?: Role
    gradeBand?: GradeBand
    hiredAfter?: string
  } = {},
) => {
  const { role = 'educator', gradeBand, hiredAfter } = narrowed
  const works: Condition = {
    kind: 'works',
    not: false,
    organizationId: narrowed.organizationId ?? organization,
    roles: [role],
    gradeBands: gradeBand ? [gradeBand] : [],
    subjects: [],
  }
  const hired: Condition = { kind: 'hired', from: hiredAfter ?? null, until: null }
  return { audience: { any: [hiredAfter ? [works, hired] : [works]], except: [] } }
}

/** Due on a day, or so many days after something. */
export const due = (rule: Partial<DueRule>) => ({ due: { ...NO_DUE_DATE, ...rule } })

/** An assignment to all educators of the district, without a due date. */
export const forEducators: AssignmentInput & { audience: Audience } = {
  kind: 'mandated',
  ...within(),
  ...due({}),
  graceDays: 0,
  version: 0,
}
