import { and, eq } from '#db/query.server'
import { enrollments } from '#db/schema'
import { closeGoal, reopenGoal } from '~/domain/goals/following.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { addAsk } from '~/domain/pathways/steps.server'
import { startDraft } from '~/domain/pathways/building.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { courseStep, evidenceStep, forEducators, publish } from './published'

const { ana, ben, ming, courses, goals } = world.northside

async function standing({ scope }: TestMember, memberId: string, pathwayId: string) {
  const [row] = await scope.db
    .select({
      id: enrollments.id,
      stepsCompleted: enrollments.stepsCompleted,
      completedOn: enrollments.completedOn,
    })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, memberId), eq(enrollments.pathwayId, pathwayId)))
  return row!
}

async function withPathways() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  return { store, coordinator }
}

test('completing a pathway completes those that ask for it, at once', async () => {
  const { store, coordinator } = await withPathways()
  const first = await publish(coordinator, [courseStep('coding')])
  const second = await publish(coordinator, [{ kind: 'pathway', pathwayId: first.id }])
  const third = await publish(coordinator, [{ kind: 'pathway', pathwayId: second.id }])
  for (const { id } of [third, second, first]) {
    await coordinator.write(makeAssignment, id, forEducators)
  }
  const member = await asMember(store, ben)
  const before = await standing(member, ben.id, third.id)
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })

  await member.write(refreshProgress, ben.id)

  expect(before.completedOn).toBeNull()
  expect(await standing(member, ben.id, third.id)).toMatchObject({ completedOn: WORLD_TODAY })
  const { steps } = await member.read(getEnrollment, before.id)
  expect(steps[0]!.counted).toMatchObject([{ kind: 'enrollment', title: 'Coding for everybody' }])
})

test('a goal that is met completes the step that asks for it, and opened again it does not', async () => {
  const { store, coordinator } = await withPathways()
  const { id } = await publish(coordinator, [{ kind: 'goal', competencies: [] }, evidenceStep])
  await coordinator.write(makeAssignment, id, forEducators)
  const member = await asMember(store, ben)
  const before = await standing(member, ben.id, id)

  await member.write(closeGoal, goals.ofBen, { status: 'met', outcome: 'I reached the target.' })
  const met = await standing(member, ben.id, id)
  await member.write(reopenGoal, goals.ofBen)

  expect(met.stepsCompleted).toBe(before.stepsCompleted + 1)
  expect(await standing(member, ben.id, id)).toEqual(before)
})

test('a goal that is not met completes nothing', async () => {
  const { store, coordinator } = await withPathways()
  const { id } = await publish(coordinator, [{ kind: 'goal', competencies: [] }, evidenceStep])
  await coordinator.write(makeAssignment, id, forEducators)
  const member = await asMember(store, ben)
  const before = await standing(member, ben.id, id)

  await member.write(closeGoal, goals.ofBen, { status: 'not_met', outcome: 'I did not.' })

  expect(await standing(member, ben.id, id)).toEqual(before)
})

test('what a step accepts instead counts as well, and the page says which it was', async () => {
  const { store, coordinator } = await withPathways()
  const { id, keys } = await publish(coordinator, [evidenceStep, courseStep('media')])
  await coordinator.write(startDraft, id)
  await coordinator.write(addAsk, id, keys[0]!, { kind: 'course', courseId: courses.coding })
  await coordinator.write(publishPathway, id)
  await coordinator.write(makeAssignment, id, forEducators)
  const member = await asMember(store, ana)
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })

  await member.write(refreshProgress, ana.id)

  const { steps } = await member.read(getEnrollment, (await standing(member, ana.id, id)).id)
  expect(steps[0]).toMatchObject({
    completedOn: expect.any(String),
    counted: [{ kind: 'completion' }],
    asks: [{ met: { on: null } }, { met: { on: expect.any(String) } }],
  })
})
