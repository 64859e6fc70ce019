import { and, eq, isNull } from '#db/query.server'
import { enrollments, stepCompletions } from '#db/schema'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { createPathway, editPathway, startDraft } from '~/domain/pathways/building.server'
import { getPathway } from '~/domain/pathways/queries.server'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { publishPathway, retirePathway } from '~/domain/pathways/publishing.server'
import { addStep, editStep, removeStep } from '~/domain/pathways/steps.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { courseStep, evidenceStep, forEducators, hoursStep, publish } from './published'

const { ana, ben, ming, courses, pathways, enrollments: named } = world.northside

/** Ben has done the course; nobody else has done anything. */
async function underWay() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id, keys } = await publish(coordinator, [courseStep('coding'), hoursStep('3.1', 120)])
  const member = await asMember(store, ben)
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })
  await coordinator.write(makeAssignment, id, forEducators)
  return { store, coordinator, member, id, keys: keys as [string, string] }
}

async function standingOf(member: TestMember, memberId: string, pathwayId: string) {
  const [row] = await member.scope.db
    .select({
      id: enrollments.id,
      versionId: enrollments.versionId,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      completedOn: enrollments.completedOn,
      endedOn: enrollments.endedOn,
    })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.memberId, memberId),
        eq(enrollments.pathwayId, pathwayId),
        isNull(enrollments.endedOn),
      ),
    )
  return row
}

test('enrollments under way follow a new version and keep the steps they have done', async () => {
  const { coordinator, member, id, keys } = await underWay()
  await coordinator.write(startDraft, id)
  await coordinator.write(editStep, id, keys[0], courseStep('media'))
  await coordinator.write(addStep, id, evidenceStep)

  const { followed } = await coordinator.write(publishPathway, id)

  expect(followed).toBeGreaterThan(1)
  expect(await standingOf(member, ben.id, id)).toMatchObject({
    stepsCompleted: 1,
    stepsRequired: 3,
    completedOn: null,
  })
  expect(await standingOf(member, ana.id, id)).toMatchObject({
    stepsCompleted: 0,
    stepsRequired: 3,
  })
})

test('an easier version completes those who have done enough', async () => {
  const { coordinator, member, id, keys } = await underWay()
  await coordinator.write(startDraft, id)
  await coordinator.write(removeStep, id, keys[1])

  await coordinator.write(publishPathway, id)

  expect(await standingOf(member, ben.id, id)).toMatchObject({
    stepsCompleted: 1,
    stepsRequired: 1,
    completedOn: WORLD_TODAY,
  })
})

test('nothing changes for anybody before the new version is published', async () => {
  const { coordinator, member, id, keys } = await underWay()
  const before = await standingOf(member, ben.id, id)
  await coordinator.write(startDraft, id)
  await coordinator.write(removeStep, id, keys[1])

  await member.write(refreshProgress, ben.id)

  expect(await standingOf(member, ben.id, id)).toEqual(before)
})

test('a completed enrollment is frozen: a new version leaves it as it was', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const before = await standingOf(coordinator, ana.id, pathways.privacy)
  await coordinator.write(startDraft, pathways.privacy)
  await coordinator.write(addStep, pathways.privacy, courseStep('media'))

  await coordinator.write(publishPathway, pathways.privacy)
  await coordinator.write(refreshProgress, ana.id)

  expect(before).toMatchObject({ id: named.completed, completedOn: expect.any(String) })
  expect(await standingOf(coordinator, ana.id, pathways.privacy)).toEqual(before)
  expect(
    await coordinator.scope.db.count(
      stepCompletions,
      eq(stepCompletions.enrollmentId, named.completed),
    ),
  ).toBe(3)
})

test('a pathway without steps cannot be published', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const { id } = await coordinator.write(createPathway, { title: 'Empty' })

  await expect(coordinator.write(publishPathway, id)).rejects.toThrow(Invalid)
})

test('a pathway cannot ask for more steps than it has', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const { id } = await coordinator.write(createPathway, { title: 'Much' })
  await coordinator.write(addStep, id, evidenceStep)
  await coordinator.write(editPathway, id, { title: 'Much', version: 1, requiredSteps: 2 })

  const published = coordinator.write(publishPathway, id)

  await expect(published).toHaveFieldError('requiredSteps')
})

test('publishing twice is refused the second time', async () => {
  const { coordinator, id } = await underWay()

  await expect(coordinator.write(publishPathway, id)).rejects.toThrow(Conflict)
})

test('a retired pathway takes everybody off who has not completed it, and enrolls nobody', async () => {
  const coordinator = await asMember(await openTestStore(), ming)

  await coordinator.write(retirePathway, pathways.privacy)

  expect(await standingOf(coordinator, ben.id, pathways.privacy)).toBe(undefined)
  expect(await standingOf(coordinator, ana.id, pathways.privacy)).toMatchObject({
    completedOn: expect.any(String),
  })
  const { pathway, assignments, can } = await coordinator.read(getPathway, pathways.privacy)
  expect(pathway.status).toBe('retired')
  expect(assignments.every(({ endedOn }) => endedOn !== null)).toBe(true)
  expect(can).toMatchObject({ edit: false, assign: false, startDraft: false })
  await expect(coordinator.write(retirePathway, pathways.privacy)).rejects.toThrow(Conflict)
  await expect(coordinator.write(startDraft, pathways.privacy)).rejects.toThrow(Conflict)
})

test('a pathway of another district is neither published nor retired', async () => {
  const stranger = await asMember(await openTestStore(), world.southside.ming)

  await expect(stranger.write(publishPathway, pathways.draft)).rejects.toThrow(NotFound)
  await expect(stranger.write(retirePathway, pathways.ai)).rejects.toThrow(NotFound)
})
