import { and, eq } from '#db/query.server'
import { enrollments, events, stepCompletions } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { startDraft } from '~/domain/pathways/building.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { editStep, removeStep } from '~/domain/pathways/steps.server'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { courseStep, forEducators, hoursStep, publish } from './published'

const { ana, ben, mara, ming, courses } = world.northside
const MONDAY = new Date('2026-11-23T15:00:00Z')
const COMPETENCY = 'digcompedu-2017/3.1'
const because = { reason: 'It belongs to another year.' }

/** Ben has a pathway, and what he has learned for it was approved. */
async function learned(steps: Parameters<typeof publish>[1], minutes: number[]) {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const pathway = await publish(coordinator, steps)
  await coordinator.write(makeAssignment, pathway.id, forEducators)
  const [member, principal] = [await asMember(store, ben), await asMember(store, mara)]
  const sent: string[] = []
  for (const each of minutes) {
    const { submission } = await member.write(make.submission, {
      minutes: each,
      competencies: [COMPETENCY],
    })
    await principal.write(decide, { submissions: [submission.id], decision: 'approved' })
    sent.push(submission.id)
  }
  return { store, pathway, member, sent, principal: await asMember(store, mara, MONDAY) }
}

const standing = async ({ scope }: TestMember, pathwayId: string) => {
  const [row] = await scope.db
    .select({
      id: enrollments.id,
      stepsCompleted: enrollments.stepsCompleted,
      engagedOn: enrollments.engagedOn,
      completedOn: enrollments.completedOn,
    })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, ben.id), eq(enrollments.pathwayId, pathwayId)))
  return row!
}

const stepsOf = (member: TestMember, enrollmentId: string) =>
  member.scope.db
    .select({ stepKey: stepCompletions.stepKey, sources: stepCompletions.sources })
    .from(stepCompletions)
    .where(eq(stepCompletions.enrollmentId, enrollmentId))

const eventsOf = async (member: TestMember, subjectId: string) => {
  const rows = await member.scope.db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.subjectId, subjectId))
  return rows.map(({ type }) => type)
}

test('a step that rests on what was taken back is open again, and done again once it is approved', async () => {
  const { store, pathway, member, sent, principal } = await learned(
    [courseStep('coding'), hoursStep('3.1', 60)],
    [60],
  )
  const before = await standing(member, pathway.id)

  await principal.write(reopenSubmission, sent[0]!, because)

  expect(before.stepsCompleted).toBe(1)
  const after = await standing(member, pathway.id)
  expect(after).toEqual({ ...before, stepsCompleted: 0 })
  expect(after.engagedOn).toBe(WORLD_TODAY)
  expect(await stepsOf(member, after.id)).toEqual([])
  expect(await eventsOf(member, after.id)).toContain('step.reopened')

  const tuesday = await asMember(store, mara, new Date('2026-11-24T15:00:00Z'))
  await tuesday.write(decide, { submissions: [sent[0]!], decision: 'approved' })
  expect(await standing(member, pathway.id)).toEqual(before)
})

test('a step for which enough else was learned stays done, by the rest of it', async () => {
  const { pathway, member, sent, principal } = await learned(
    [courseStep('coding'), hoursStep('3.1', 60)],
    [60, 90],
  )

  await principal.write(reopenSubmission, sent[0]!, because)

  const { id, stepsCompleted } = await standing(member, pathway.id)
  expect(stepsCompleted).toBe(1)
  expect(await stepsOf(member, id)).toMatchObject([{ sources: [{ minutes: 90 }] }])
})

test('a completed pathway stays completed, and who takes the approval back is told so', async () => {
  const { pathway, member, sent, principal } = await learned([hoursStep('3.1', 60)], [60])
  const before = await standing(member, pathway.id)

  const { pathwaysKept } = await principal.write(reopenSubmission, sent[0]!, because)

  expect(before.completedOn).toBe(WORLD_TODAY)
  expect(await standing(member, pathway.id)).toEqual(before)
  expect(await stepsOf(member, before.id)).toHaveLength(1)
  expect(pathwaysKept).toEqual(['Coding for everybody'])
  const [recorded] = await member.scope.db
    .select({ details: events.details })
    .from(events)
    .where(and(eq(events.subjectId, sent[0]!), eq(events.type, 'submission.reopened')))
  expect(recorded!.details).toMatchObject({ completedEnrollmentsKept: [before.id] })
})

test('what somebody else has learned is left alone', async () => {
  const { store, pathway, member, principal } = await learned(
    [courseStep('coding'), hoursStep('3.1', 60)],
    [60],
  )
  const other = await asMember(store, ana)
  const { submission } = await other.write(make.submission, {
    minutes: 60,
    competencies: [COMPETENCY],
  })
  const friday = await asMember(store, mara)
  await friday.write(decide, { submissions: [submission.id], decision: 'approved' })

  await principal.write(reopenSubmission, submission.id, because)

  expect(await standing(member, pathway.id)).toMatchObject({ stepsCompleted: 1 })
})

test('a badge and a course that are taken back leave their steps open', async () => {
  const achievementId = world.northside.achievements.apple
  const { store, pathway, member, principal } = await learned(
    [courseStep('coding'), { kind: 'badge', achievementId }, hoursStep('3.1', 60)],
    [],
  )
  const friday = await asMember(store, mara)
  const { id: completionId } = await member.write(make.completion, { courseId: courses.coding })
  const { id: awardId } = await member.write(make.award, { achievementId })
  const course = await member.write(make.sent, { kind: 'completion', completionId })
  const badge = await member.write(make.sent, { kind: 'award', awardId })
  await friday.write(decide, { submissions: [course.id, badge.id], decision: 'approved' })
  const before = await standing(member, pathway.id)

  await principal.write(reopenSubmission, course.id, because)
  const between = await standing(member, pathway.id)
  await principal.write(reopenSubmission, badge.id, because)

  expect(before.stepsCompleted).toBe(2)
  expect(between.stepsCompleted).toBe(1)
  expect(await standing(member, pathway.id)).toMatchObject({ stepsCompleted: 0 })
})

/** Publishes a version in which the step of hours is gone, or asks for the course instead. */
async function publishAnother(
  store: TestStore,
  { id, keys }: { id: string; keys: string[] },
  how: 'gone' | 'a badge instead',
) {
  const coordinator = await asMember(store, ming, MONDAY)
  const badge = { kind: 'badge', achievementId: world.northside.achievements.apple } as const
  await coordinator.write(startDraft, id)
  if (how === 'gone') await coordinator.write(removeStep, id, keys[1]!)
  else await coordinator.write(editStep, id, keys[1]!, badge)
  await coordinator.write(publishPathway, id)
}

test('a kept step no longer counts once its proof is taken back, and counts again with it', async () => {
  const { store, pathway, member, sent, principal } = await learned(
    [courseStep('coding'), hoursStep('3.1', 60)],
    [60],
  )
  await publishAnother(store, pathway, 'gone')
  const { id } = await standing(member, pathway.id)
  const keptOf = async () => (await member.read(getEnrollment, id)).kept
  const before = await keptOf()

  await principal.write(reopenSubmission, sent[0]!, because)
  const between = await keptOf()
  const stepsBetween = await stepsOf(member, id)
  await principal.write(decide, { submissions: [sent[0]!], decision: 'approved' })

  expect(before).toMatchObject([{ stepKey: pathway.keys[1], keptFrom: 1 }])
  expect([between, stepsBetween]).toEqual([[], []])
  expect(await keptOf()).toEqual(before)
  expect((await eventsOf(member, id)).filter((type) => type.startsWith('step.'))).toEqual([
    'step.completed',
    'step.reopened',
    'step.completed',
  ])
})

test('a kept step that counts in the new version is open while its proof is taken back, or done by something else', async () => {
  const { store, pathway, member, sent, principal } = await learned(
    [courseStep('coding'), hoursStep('3.1', 60)],
    [60],
  )
  await publishAnother(store, pathway, 'a badge instead')
  const { id } = await standing(member, pathway.id)
  const stepOf = async () => (await member.read(getEnrollment, id)).steps[1]!
  const kept = await stepOf()

  await principal.write(reopenSubmission, sent[0]!, because)
  const open = await stepOf()
  const achievementId = world.northside.achievements.apple
  const { id: awardId } = await member.write(make.award, { achievementId })
  const badge = await member.write(make.sent, { kind: 'award', awardId })
  await principal.write(decide, { submissions: [badge.id], decision: 'approved' })
  const anew = await stepOf()
  await principal.write(decide, { submissions: [sent[0]!], decision: 'approved' })

  expect([kept.keptFrom, kept.completedOn !== null]).toEqual([1, true])
  expect([open.keptFrom, open.completedOn]).toEqual([null, null])
  expect([anew.keptFrom, anew.completedOn !== null]).toEqual([null, true])
  expect((await stepOf()).keptFrom).toBe(1)
  expect(await stepsOf(member, id)).toHaveLength(1)
})
