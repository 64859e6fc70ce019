import { getEnrolled } from '~/domain/pathways/enrolled.server'
import { enrolledCsv } from '~/domain/pathways/enrolled-csv.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { allEnrolled } from '~/domain/pathways/enrolled-people.server'
import { stateOf } from '~/domain/pathways/enrolled'
import { NotFound } from '~/domain/errors'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asActor, asMember } from '../../support/members'
import { world } from '../../support/world'

const { ana, mara, ming, pathways, assignments } = world.northside
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

  expect(csv.trim().split('\r\n')).toHaveLength(people.total + 1)
  await expect(stranger.read(enrolledCsv, which, filter)).rejects.toThrow(NotFound)
})
