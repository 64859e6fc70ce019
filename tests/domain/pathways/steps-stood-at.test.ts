import { makeAssignment } from '~/domain/pathways/assigning.server'
import { createPathway } from '~/domain/pathways/building.server'
import { movePart } from '~/domain/pathways/draft.server'
import { addGroup } from '~/domain/pathways/groups.server'
import type { StepInput } from '~/domain/pathways/inputs.server'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { addStep } from '~/domain/pathways/steps.server'
import { getEnrolled } from '~/domain/pathways/enrolled.server'
import { enrolledCsv } from '~/domain/pathways/enrolled-csv.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { stateOf } from '~/domain/pathways/enrolled'
import { NotFound } from '~/domain/errors'
import { expect, test } from 'vitest'
import { textOf } from '../../support/csv'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asActor, asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { allEnrolled } from './all-enrolled'
import { courseStep, forEducators, hoursStep, publish } from './published'

const { ana, ben, mara, ming, pathways, assignments } = world.northside
const FIRST = { sort: 'name', page: 1 } as const
const AI = { pathwayId: pathways.ai }

test('everybody who has not completed it stands at one step, and the step leads to them', async () => {
  const member = await asMember(await openTestStore(), ming)

  const { counts, steps } = await member.read(getEnrolled, AI, FIRST)

  const standing = steps.reduce((sum, { people }) => sum + people, 0)
  expect(standing).toBe(counts.not_started + counts.under_way)
  for (const { stepKey, people, since } of steps) {
    const narrowed = await member.read(allEnrolled, AI, { ...FIRST, stepKey })
    expect(narrowed).toHaveLength(people)
    const days = narrowed.map(({ enrolledOn, lastStepOn }) =>
      lastStepOn !== null && lastStepOn > enrolledOn ? lastStepOn : enrolledOn,
    )
    expect(days.toSorted()[0]).toBe(since)
  }
})

test('complaint 30: the page of the office and that of the educator never disagree on who has begun', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ming)

  for (const pathwayId of [pathways.ai, pathways.privacy, pathways.accessibility]) {
    for (const row of await member.read(allEnrolled, { pathwayId }, FIRST)) {
      const actor = { id: row.memberId, name: row.name, hats: [], supervises: [] }
      const owner = await asActor(store, world.northside.slug, actor)
      const theirs = await owner.read(getEnrollment, row.id)
      const hasBegun = theirs.steps.some(
        ({ completedOn, counted }) => completedOn !== null || counted.length > 0,
      )
      const state = theirs.enrollment.completedOn
        ? 'completed'
        : hasBegun
          ? 'under_way'
          : 'not_started'
      expect([row.name, stateOf(row)]).toEqual([row.name, state])
      expect([row.name, row.stepKey]).toEqual([row.name, theirs.nextKey])
    }
  }
})

test('complaint 30: with groups and n of m they agree as well, and steps are counted as the educator sees them', async () => {
  const store = await openTestStore()
  const office = await asMember(store, ming)
  const { id: pathwayId, last } = await publishGroups(office)
  await office.write(makeAssignment, pathwayId, { ...forEducators, kind: 'recommended' })
  await office.write(make.completion, {
    memberId: ana.id,
    courseId: world.northside.courses.coding,
    completedOn: WORLD_TODAY,
    status: 'approved',
  })
  await office.write(refreshProgress, ana.id)

  const people = await office.read(allEnrolled, { pathwayId }, FIRST)
  const { steps, counts } = await office.read(getEnrolled, { pathwayId }, FIRST)

  const open = people.filter(({ completedOn }) => completedOn === null)
  for (const row of open) {
    const actor = { id: row.memberId, name: row.name, hats: [], supervises: [] }
    const owner = await asActor(store, world.northside.slug, actor)
    const theirs = await owner.read(getEnrollment, row.id)
    expect([row.name, row.stepKey]).toEqual([row.name, theirs.nextKey])
    const number = theirs.steps.findIndex(({ stepKey }) => stepKey === row.stepKey) + 1
    expect(steps.find(({ stepKey }) => stepKey === row.stepKey)?.number).toBe(number)
  }
  const anas = people.find(({ memberId }) => memberId === ana.id)
  expect(anas).toMatchObject({ stepsCompleted: 1, stepKey: last, lastStepOn: WORLD_TODAY })
  const stood = steps.reduce((sum, step) => sum + step.people, 0)
  expect(stood).toBe(counts.not_started + counts.under_way)
})

/** A group of which either step is enough, and a step after it that was added first. */
async function publishGroups(office: TestMember) {
  const { id } = await office.write(createPathway, { title: 'One of two, then hours' })
  const add = async (input: StepInput) => (await office.write(addStep, id, input)).stepKey
  const last = await add(hoursStep('2.1', 900))
  const pair = { title: 'To begin with', requiredSteps: 1, ordered: false }
  const { groupKey } = await office.write(addGroup, id, pair)
  for (const key of [await add(courseStep('coding')), await add(hoursStep('5.1', 900))]) {
    await office.write(movePart, id, key, { to: groupKey })
  }
  await office.write(movePart, id, last, { direction: 'down' })
  await office.write(movePart, id, last, { to: 'path' })
  await office.write(publishPathway, id)
  return { id, last }
}

test('the three states leave nobody out and count nobody twice', async () => {
  const member = await asMember(await openTestStore(), ming)

  const { counts } = await member.read(getEnrolled, AI, FIRST)
  const people = await member.read(allEnrolled, AI, FIRST)

  for (const state of ['not_started', 'under_way', 'completed'] as const) {
    expect(people.filter((row) => stateOf(row) === state)).toHaveLength(counts[state])
  }
})

test('what waits for us is counted where it waits, with who decides', async () => {
  const member = await asMember(await openTestStore(), ming)

  const { blocked, counts, may } = await member.read(getEnrolled, AI, FIRST)
  const { people } = await member.read(getEnrolled, AI, { ...FIRST, state: 'waiting' })

  expect(people.total).toBe(counts.waiting)
  expect(people.rows.map(({ memberId }) => memberId)).toContain(ana.id)
  const middle = blocked.find(
    ({ organizationId }) => organizationId === world.northside.schools.middle,
  )
  expect(middle?.reviewers).toContainEqual({ name: mara.name })
  expect(may).toEqual({ remind: true, decide: false })
})

test('hours wait for us where the step asks for a competency that they name, and nowhere else', async () => {
  const store = await openTestStore()
  const [office, educator] = [await asMember(store, ming), await asMember(store, ben)]
  const ids = []
  for (const competency of ['3.2', '6.2']) {
    const { id } = await publish(office, [hoursStep(competency, 600)])
    await office.write(makeAssignment, id, forEducators)
    ids.push(id)
  }

  await educator.write(make.submission, { competencies: ['digcompedu-2017/3.2'] })

  const waiting = await Promise.all(
    ids.map((pathwayId) =>
      office.read(allEnrolled, { pathwayId }, { ...FIRST, state: 'waiting' as const }),
    ),
  )
  expect(waiting.map((rows) => rows.some(({ memberId }) => memberId === ben.id))).toEqual([
    true,
    false,
  ])
})

test('the windows of the due day narrow the list; nobody completed is in one', async () => {
  const member = await asMember(await openTestStore(), ming)
  const which = { assignmentId: assignments.mandated }

  const due = async (window: 'past' | 'week' | 'month' | 'later' | 'none') =>
    (await member.read(getEnrolled, which, { ...FIRST, due: window })).people
  const { counts } = await member.read(getEnrolled, which, FIRST)
  const all = [await due('past'), await due('month'), await due('later'), await due('none')]

  const total = all.reduce((sum, people) => sum + people.total, 0)
  expect(total).toBe(counts.not_started + counts.under_way)
  expect((await due('month')).rows.every(({ completedOn }) => completedOn === null)).toBe(true)
})

test('the CSV has the people of the page, all pages of it', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ming)
  const stranger = await asMember(store, world.southside.ming)
  const which = { assignmentId: assignments.mandated }
  const filter = { ...FIRST, state: 'not_started' } as const

  const csv = await member.read(enrolledCsv, which, filter)
  const { people } = await member.read(getEnrolled, which, filter)

  expect(csv.rows).toBe(people.total)
  expect((await textOf(csv)).trim().split('\r\n')).toHaveLength(people.total + 1)
  await expect(stranger.read(enrolledCsv, which, filter)).rejects.toThrow(NotFound)
})
