import { and, eq } from '#db/query.server'
import { enrollments, events, stepCompletions } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { editPathway } from '~/domain/pathways/building.server'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { getPathway } from '~/domain/pathways/queries.server'
import type { Scope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { courseStep, forEducators, hoursStep, publish } from './published'

const { ana, ben, mara, ming, courses, enrollments: named } = world.northside

const standing = async (scope: Scope, memberId: string, pathwayId: string) => {
  const [row] = await scope.db
    .select({
      id: enrollments.id,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      engagedOn: enrollments.engagedOn,
      completedOn: enrollments.completedOn,
      expiresOn: enrollments.expiresOn,
    })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, memberId), eq(enrollments.pathwayId, pathwayId)))
  return row!
}

async function assigned(
  steps: Parameters<typeof publish>[1],
  given?: Parameters<typeof publish>[2],
) {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const pathway = await publish(coordinator, steps, given)
  await coordinator.write(makeAssignment, pathway.id, forEducators)
  const member = await asMember(store, ben)
  return { store, pathway, coordinator, member, principal: await asMember(store, mara) }
}

test('the approval of an activity brings the pathway forward at once', async () => {
  const { pathway, member, principal } = await assigned([
    courseStep('coding'),
    hoursStep('3.1', 60),
  ])
  const { submission } = await member.write(make.submission, {
    minutes: 60,
    competencies: ['digcompedu-2017/3.1'],
  })

  await principal.write(decide, { submissions: [submission.id], decision: 'approved' })

  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({
    stepsCompleted: 1,
    stepsRequired: 2,
    engagedOn: WORLD_TODAY,
    completedOn: null,
  })
})

test('an activity that is denied brings nothing forward', async () => {
  const { pathway, member, principal } = await assigned([hoursStep('3.1', 60)])
  const { submission } = await member.write(make.submission, {
    minutes: 60,
    competencies: ['digcompedu-2017/3.1'],
  })

  await principal.write(decide, {
    submissions: [submission.id],
    decision: 'denied',
    reason: 'This was during the school day.',
  })

  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({
    stepsCompleted: 0,
    engagedOn: null,
  })
})

test('some of the minutes engage without completing the step', async () => {
  const { pathway, member } = await assigned([hoursStep('3.1', 120)])
  await member.write(make.activity, {
    status: 'approved',
    minutes: 45,
    competencies: ['digcompedu-2017/3.1'],
  })

  await member.write(refreshProgress, ben.id)

  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({
    stepsCompleted: 0,
    engagedOn: WORLD_TODAY,
  })
})

test('the last step completes the pathway today; it expires so long after the last proof', async () => {
  const { pathway, member } = await assigned([courseStep('coding')], { validMonths: 12 })
  await member.write(make.completion, {
    courseId: courses.coding,
    completedOn: '2026-11-02',
    status: 'approved',
  })

  await member.write(refreshProgress, ben.id)

  const reached = await standing(member.scope, ben.id, pathway.id)
  expect(reached).toMatchObject({ completedOn: WORLD_TODAY, expiresOn: '2027-11-02' })
  const kept = await member.scope.db
    .select({ completedOn: stepCompletions.completedOn, sources: stepCompletions.sources })
    .from(stepCompletions)
    .where(eq(stepCompletions.enrollmentId, reached.id))
  expect(kept).toMatchObject([{ completedOn: '2026-11-02', sources: [{ kind: 'completion' }] }])
  const recorded = await member.scope.db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.subjectId, reached.id))
  expect(recorded.map(({ type }) => type).sort()).toEqual([
    'enrollment.completed',
    'enrollment.opened',
    'step.completed',
  ])
})

test('how long it stays current holds for everybody under way at once', async () => {
  const { pathway, coordinator, member } = await assigned(
    [courseStep('coding'), hoursStep('3.1', 60)],
    { validMonths: 1 },
  )
  await member.write(make.completion, {
    courseId: courses.coding,
    completedOn: '2026-08-03',
    status: 'approved',
  })
  await member.write(refreshProgress, ben.id)
  const months = await standing(member.scope, ben.id, pathway.id)
  const { version } = (await coordinator.read(getPathway, pathway.id)).pathway

  await coordinator.write(editPathway, pathway.id, { title: 'Coding', version })

  expect(months).toMatchObject({ stepsCompleted: 0, engagedOn: null })
  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({
    stepsCompleted: 1,
    engagedOn: WORLD_TODAY,
    completedOn: null,
  })
})

test('how long it stays current leaves what is completed as it is', async () => {
  const { pathway, coordinator, member } = await assigned([courseStep('coding')], {
    validMonths: 12,
  })
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })
  await member.write(refreshProgress, ben.id)
  const completed = await standing(member.scope, ben.id, pathway.id)
  const { version } = (await coordinator.read(getPathway, pathway.id)).pathway

  await coordinator.write(editPathway, pathway.id, { title: 'Coding', version })

  expect(completed.expiresOn).toBe('2027-11-19')
  expect(await standing(member.scope, ben.id, pathway.id)).toEqual(completed)
})

test('refreshing twice changes nothing the second time', async () => {
  const { pathway, member } = await assigned([courseStep('coding'), hoursStep('3.1', 60)])
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })
  await member.write(refreshProgress, ben.id)
  const before = await member.scope.db.count(events)

  await member.write(refreshProgress, ben.id)

  expect(await member.scope.db.count(events)).toBe(before)
  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({ stepsCompleted: 1 })
})

test('somebody else’s work counts for nobody but them', async () => {
  const { store, pathway, member } = await assigned([courseStep('coding')])
  const other = await asMember(store, ana)
  await other.write(make.completion, { courseId: courses.coding, status: 'approved' })

  await other.write(refreshProgress, ana.id)

  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({ stepsCompleted: 0 })
  expect(await standing(member.scope, ana.id, pathway.id)).toMatchObject({ stepsCompleted: 1 })
})

test('a badge counts once a person has verified it, and not when it has expired', async () => {
  const achievementId = world.northside.achievements.apple
  const { pathway, member } = await assigned([{ kind: 'badge', achievementId }])
  await member.write(make.award, { achievementId })
  await member.write(make.award, {
    achievementId,
    verification: 'verified_by_person',
    expiresOn: '2026-11-19',
  })

  await member.write(refreshProgress, ben.id)

  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({ stepsCompleted: 0 })

  await member.write(make.award, { achievementId, verification: 'verified_by_person' })
  await member.write(refreshProgress, ben.id)

  expect(await standing(member.scope, ben.id, pathway.id)).toMatchObject({ stepsCompleted: 1 })
})

test('what the world holds is what a refresh makes of it', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const [before] = await member.scope.db
    .select({ steps: enrollments.stepsCompleted, engagedOn: enrollments.engagedOn })
    .from(enrollments)
    .where(eq(enrollments.id, named.engaged))

  await member.write(refreshProgress, ana.id)

  const [after] = await member.scope.db
    .select({ steps: enrollments.stepsCompleted, engagedOn: enrollments.engagedOn })
    .from(enrollments)
    .where(eq(enrollments.id, named.engaged))
  expect(after).toEqual(before)
})
