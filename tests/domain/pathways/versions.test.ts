import { and, eq } from '#db/query.server'
import { enrollments, stepCompletions } from '#db/schema'
import { NotFound } from '~/domain/errors'
import { getAffected } from '~/domain/pathways/affected.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { discardDraft, startDraft } from '~/domain/pathways/building.server'
import { copyPathway } from '~/domain/pathways/copying.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { getPathway } from '~/domain/pathways/queries.server'
import { addStep, editStep, removeStep } from '~/domain/pathways/steps.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { courseStep, evidenceStep, forEducators, hoursStep, publish } from './published'

const { ana, ben, ida, ming, courses, pathways } = world.northside

/** Ben has done the course, of two steps; Ana has done nothing. */
async function underWay() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id, keys } = await publish(coordinator, [courseStep('coding'), hoursStep('3.1', 120)])
  const member = await asMember(store, ben)
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })
  await coordinator.write(makeAssignment, id, forEducators)
  return { store, coordinator, member, id, keys: keys as [string, string] }
}

const enrollmentOf = async ({ scope }: TestMember, memberId: string, pathwayId: string) => {
  const [row] = await scope.db
    .select({ id: enrollments.id, completedOn: enrollments.completedOn })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, memberId), eq(enrollments.pathwayId, pathwayId)))
  return row!
}

const effectOn = (affected: Awaited<ReturnType<typeof getAffected>>, memberId: string) =>
  affected.people.rows.find((person) => person.memberId === memberId)

test('before publishing one sees who would keep a step and who gets something new to do', async () => {
  const { coordinator, id, keys } = await underWay()
  await coordinator.write(startDraft, id)
  await coordinator.write(editStep, id, keys[0], courseStep('media'))

  const keeps = await coordinator.read(getAffected, id, { effect: 'keeps', page: 1 })
  const more = await coordinator.read(getAffected, id, { effect: 'more', page: 1 })

  expect(effectOn(keeps, ben.id)).toMatchObject({
    name: ben.name,
    before: { completed: 1, required: 2 },
    after: { completed: 1, required: 2 },
    kept: [expect.any(String)],
  })
  expect(keeps.counts).toMatchObject({ keeps: 1, completes: 0, unchanged: 0 })
  expect(effectOn(more, ana.id)).toMatchObject({ effect: 'more', kept: [] })
})

test('before publishing one sees who would complete the pathway by it', async () => {
  const { coordinator, id, keys } = await underWay()
  await coordinator.write(startDraft, id)
  await coordinator.write(removeStep, id, keys[1])

  const affected = await coordinator.read(getAffected, id, { page: 1 })

  expect(affected.effect).toBe('completes')
  expect(affected.people.rows.map(({ memberId }) => memberId)).toEqual([ben.id])
})

test('a draft that changes nothing changes nothing for anybody', async () => {
  const { coordinator, id } = await underWay()
  await coordinator.write(startDraft, id)

  const { counts } = await coordinator.read(getAffected, id, { page: 1 })

  expect(counts).toMatchObject({ completes: 0, keeps: 0, more: 0 })
  expect(counts.unchanged).toBeGreaterThan(1)
})

test('publishing does what the page before it says', async () => {
  const { coordinator, member, id, keys } = await underWay()
  await coordinator.write(startDraft, id)
  await coordinator.write(removeStep, id, keys[0])
  await coordinator.write(addStep, id, evidenceStep)
  const said = await coordinator.read(getAffected, id, { effect: 'keeps', page: 1 })
  const { after } = effectOn(said, ben.id)!

  await coordinator.write(publishPathway, id, { changeNote: 'Evidence instead of the course.' })

  const enrollment = await enrollmentOf(member, ben.id, id)
  const page = await member.read(getEnrollment, enrollment.id)
  expect(page.enrollment).toMatchObject({
    stepsCompleted: after.completed,
    stepsRequired: after.required,
  })
  expect(page.version).toEqual({ number: 2, changeNote: 'Evidence instead of the course.' })
  expect(page.kept).toMatchObject([
    { stepKey: keys[0], keptFrom: 1, counted: [{ kind: 'completion' }] },
  ])
})

test('a kept step stays kept whatever is brought up to date, and in the version after', async () => {
  const { coordinator, member, id, keys } = await underWay()
  await coordinator.write(startDraft, id)
  await coordinator.write(editStep, id, keys[0], courseStep('media'))
  await coordinator.write(publishPathway, id)
  await member.write(refreshProgress, ben.id)
  await coordinator.write(startDraft, id)
  await coordinator.write(addStep, id, evidenceStep)

  await coordinator.write(publishPathway, id)

  const enrollment = await enrollmentOf(member, ben.id, id)
  const { steps } = await member.read(getEnrollment, enrollment.id)
  expect(steps.find(({ stepKey }) => stepKey === keys[0])).toMatchObject({
    keptFrom: 1,
    completedOn: expect.any(String),
  })
  expect(
    await member.scope.db.count(stepCompletions, eq(stepCompletions.enrollmentId, enrollment.id)),
  ).toBe(1)
})

test('a completed pathway still shows the steps that were kept, and under which version they were done', async () => {
  const { coordinator, member, id, keys } = await underWay()
  await coordinator.write(startDraft, id)
  await coordinator.write(removeStep, id, keys[0])
  await coordinator.write(publishPathway, id)
  await member.write(make.activity, {
    status: 'approved',
    minutes: 120,
    competencies: ['digcompedu-2017/3.1'],
  })
  await member.write(refreshProgress, ben.id)

  const { id: enrollmentId, completedOn } = await enrollmentOf(member, ben.id, id)
  const page = await member.read(getEnrollment, enrollmentId)

  expect(completedOn).not.toBe(null)
  expect(page.kept).toMatchObject([
    { stepKey: keys[0], keptFrom: 1, counted: [{ kind: 'completion' }] },
  ])
  expect(page.steps.map(({ stepKey }) => stepKey)).toEqual([keys[1]])
})

test('only who may look at pathways sees who is affected, and only of a draft', async () => {
  const { store, coordinator, member, id } = await underWay()
  const auditor = await asMember(store, ida)
  const stranger = await asMember(store, world.southside.ming)

  await expect(coordinator.read(getAffected, id, { page: 1 })).rejects.toThrow(NotFound)
  await coordinator.write(startDraft, id)
  await expect(member.read(getAffected, id, { page: 1 })).rejects.toThrow()
  await expect(stranger.read(getAffected, id, { page: 1 })).rejects.toThrow(NotFound)
  expect((await auditor.read(getAffected, id, { page: 1 })).people.total).toBeGreaterThan(0)
})

test('a copy has the same steps under keys of its own, and nobody on it', async () => {
  const { coordinator, id, keys } = await underWay()

  const copy = await coordinator.write(copyPathway, id)

  const { pathway, steps, version } = await coordinator.read(getPathway, copy.id)
  expect(pathway).toMatchObject({ title: 'Copy of Coding for everybody', status: 'draft', open: 0 })
  expect(version).toMatchObject({ number: 1, isDraft: true })
  expect(steps.map(({ asks }) => asks[0]!.kind)).toEqual(['course', 'activity_minutes'])
  expect(steps.some(({ stepKey }) => keys.includes(stepKey))).toBe(false)
  const stranger = await asMember(await openTestStore(), world.southside.ming)
  await expect(stranger.write(copyPathway, pathways.ai)).rejects.toThrow(NotFound)
})

test('a draft is thrown away with its groups and what its steps accept', async () => {
  const { coordinator, id } = await underWay()
  await coordinator.write(startDraft, id)

  await coordinator.write(discardDraft, id)

  expect((await coordinator.read(getPathway, id)).version).toMatchObject({ number: 1 })
})
