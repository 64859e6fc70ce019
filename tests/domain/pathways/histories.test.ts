import { and, asc, eq, isNotNull, isNull } from '#db/query.server'
import { newId } from '#db/id'
import { completions, enrollments, pathwayVersions, stepCompletions } from '#db/schema'
import { rebuildProgress } from '~/cli/rebuild'
import { addDays } from '~/domain/calendar'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { createPathway, startDraft } from '~/domain/pathways/building.server'
import type { Part } from '~/domain/pathways/path'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { getPathway } from '~/domain/pathways/queries.server'
import { removeStep } from '~/domain/pathways/steps.server'
import { takeBackSteps } from '~/domain/pathways/taking-back.server'
import { insertParts, type WrittenGroup, type WrittenStep } from '~/domain/pathways/writing.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'
import { pick, randomFrom, randomPath, upTo } from './paths'
import { forEducators } from './published'

const { ana, ben, cora, nora, omar, theo, ming, courses, achievements } = world.northside
const LEARNERS = [ana, ben, cora, nora, omar, theo]
const PATHWAYS = 40

/** What the letters of a random path stand for in the district. */
const COURSES = { x: courses.coding, y: courses.media, z: courses.assessment }
const BADGES = { x: achievements.apple, y: achievements.iste, z: achievements.microsoft }
const COMPETENCIES: Record<string, string> = { x: '2.1', y: '3.1', z: '6.4', w: '5.1' }
const competency = (letter: string) => `digcompedu-2017/${COMPETENCIES[letter]}`
type Letter = keyof typeof COURSES
type Random = ReturnType<typeof randomFrom>

/** A random path as the district can have it; other pathways are not asked for. */
function writable(random: Random): Part<WrittenStep, WrittenGroup>[] {
  const written = (step: { weight: number; asks: WrittenStep['asks'] }): WrittenStep => ({
    stepKey: newId(),
    title: 'A step',
    instructions: null,
    weight: step.weight,
    allowedDays: null,
    asks: step.asks.map((ask) => ({
      ...ask,
      kind: ask.kind === 'pathway' ? 'course' : ask.kind,
      courseId: COURSES[ask.courseId as Letter],
      achievementId: BADGES[ask.achievementId as Letter],
      pathwayId: null,
      competencies: ask.competencies.map(competency),
    })),
  })
  return randomPath(random).parts.map((part) =>
    'steps' in part
      ? { group: { ...part.group, groupKey: newId() }, steps: part.steps.map(written) }
      : { step: written(part.step) },
  )
}

async function publishRandom(coordinator: TestMember, random: Random) {
  const { id } = await coordinator.write(createPathway, { title: 'A random pathway' })
  const [version] = await coordinator.scope.db
    .select({ id: pathwayVersions.id })
    .from(pathwayVersions)
    .where(eq(pathwayVersions.pathwayId, id))
  const parts = writable(random)
  await coordinator.write((scope: WriteScope) =>
    insertParts(scope, version!.id, parts, 'the same keys'),
  )
  await coordinator.write(publishPathway, id)
  await coordinator.write(makeAssignment, id, forEducators)
  return id
}

/** Something happens to somebody, and their pathways are brought up to date. */
async function happen(member: TestMember, random: Random) {
  const on = addDays(WORLD_TODAY, -upTo(random, 400))
  const of = pick(random, ['x', 'y', 'z'] as const)
  const what = pick(random, ['course', 'badge', 'hours', 'hours', 'taken back'])
  const { id: memberId } = member.scope.actor
  if (what === 'course') {
    const completion = { courseId: COURSES[of], completedOn: on, status: 'approved' as const }
    await member.write(make.completion, completion)
  } else if (what === 'badge') {
    const award = { achievementId: BADGES[of], awardedOn: on }
    await member.write(make.award, { ...award, verification: 'verified_by_person' })
  } else if (what === 'hours') {
    const minutes = 30 + upTo(random, 200)
    const competencies = [competency(of)]
    await member.write(make.activity, { status: 'approved', minutes, startedOn: on, competencies })
  } else return takeBack(member, random)
  await member.write(refreshProgress, memberId)
}

async function takeBack(member: TestMember, random: Random) {
  const { id: memberId } = member.scope.actor
  const rows = await member.scope.db
    .select({ id: completions.id })
    .from(completions)
    .where(and(eq(completions.memberId, memberId), eq(completions.status, 'approved')))
    .orderBy(asc(completions.id))
  if (rows.length === 0) return
  const { id } = pick(random, rows)
  await member.write(async (scope: WriteScope) => {
    await scope.db.update(completions).set({ status: 'waiting' }).where(eq(completions.id, id))
    await takeBackSteps(scope, memberId, { kind: 'completion', id })
  })
}

/** What the rows say, without what identifies a step's row. */
async function stateOf({ scope }: TestMember, which: 'open' | 'completed') {
  const isOpen = and(isNull(enrollments.completedOn), isNull(enrollments.endedOn))
  const of = which === 'open' ? isOpen : isNotNull(enrollments.completedOn)
  const rows = await scope.db
    .select({
      id: enrollments.id,
      versionId: enrollments.versionId,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      share: enrollments.share,
      engagedOn: enrollments.engagedOn,
      completedOn: enrollments.completedOn,
    })
    .from(enrollments)
    .where(of)
    .orderBy(asc(enrollments.id))
  const steps = await scope.db
    .select({
      enrollmentId: stepCompletions.enrollmentId,
      stepKey: stepCompletions.stepKey,
      completedOn: stepCompletions.completedOn,
      sources: stepCompletions.sources,
      keptFrom: stepCompletions.keptFrom,
    })
    .from(stepCompletions)
    .innerJoin(enrollments, eq(enrollments.id, stepCompletions.enrollmentId))
    .where(of)
    .orderBy(asc(stepCompletions.enrollmentId), asc(stepCompletions.stepKey))
  return { rows, steps }
}

async function dropDerived(coordinator: TestMember) {
  await coordinator.write(async (scope: WriteScope) => {
    const open = await scope.db
      .select({ id: enrollments.id })
      .from(enrollments)
      .where(and(isNull(enrollments.completedOn), isNull(enrollments.endedOn)))
    for (const { id } of open) {
      await scope.db
        .update(enrollments)
        .set({ stepsCompleted: 0, stepsRequired: 99, share: 7 })
        .where(eq(enrollments.id, id))
      await scope.db.delete(stepCompletions).where(eq(stepCompletions.enrollmentId, id))
    }
  })
}

test('hundreds of enrollments with random histories are the same when rebuilt from nothing', async () => {
  const random = randomFrom(23)
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const learners = await Promise.all(LEARNERS.map((person) => asMember(store, person)))
  const ids = []
  for (let count = 0; count < PATHWAYS; count++) ids.push(await publishRandom(coordinator, random))
  for (let turn = 0; turn < 60; turn++) {
    const frozen = await stateOf(coordinator, 'completed')
    await happen(pick(random, learners), random)
    if (turn % 6 === 0) await publishWithoutAStep(coordinator, pick(random, ids), random)

    const after = await stateOf(coordinator, 'completed')
    const known = new Set(frozen.rows.map(({ id }) => id))
    expect(after.rows.filter(({ id }) => known.has(id))).toEqual(frozen.rows)
    expect(after.steps.filter((step) => known.has(step.enrollmentId))).toEqual(frozen.steps)
  }
  const incremental = { open: await stateOf(coordinator, 'open'), of: ids.length }
  const completed = await stateOf(coordinator, 'completed')

  const agreed = await rebuildProgress(store, 'northside', WORLD_NOW)
  await dropDerived(coordinator)
  const rebuilt = await rebuildProgress(store, 'northside', WORLD_NOW)

  expect(agreed).toEqual({ open: incremental.open.rows.length, differed: 0 })
  expect(agreed.open).toBeGreaterThan(200)
  expect(rebuilt).toEqual({ open: agreed.open, differed: agreed.open })
  expect(await stateOf(coordinator, 'open')).toEqual(incremental.open)
  expect(await stateOf(coordinator, 'completed')).toEqual(completed)
  expect(completed.rows.length).toBeGreaterThan(20)
  expect(incremental.open.steps.some(({ keptFrom }) => keptFrom !== null)).toBe(true)
}, 120_000)

/** A new version that lacks a step, where more than one is left. */
async function publishWithoutAStep(coordinator: TestMember, id: string, random: Random) {
  await coordinator.write(startDraft, id)
  const { parts } = await coordinator.read(getPathway, id)
  const alone = parts.flatMap((part) => ('steps' in part ? [] : [part.step.stepKey]))
  if (alone.length > 1) await coordinator.write(removeStep, id, pick(random, alone))
  await coordinator.write(publishPathway, id)
}
