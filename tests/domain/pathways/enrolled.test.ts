import { Forbidden, NotFound } from '~/domain/errors'
import { getAssignment } from '~/domain/pathways/assignments.server'
import { ENROLLED_STATES, type EnrolledSort, type EnrolledState } from '~/domain/pathways/enrolled'
import { getEnrolled } from '~/domain/pathways/enrolled.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { allEnrolled } from './all-enrolled'

const { ana, ben, gwen, ida, ming, nora, omar, pathways, assignments, schools } = world.northside

const FIRST = { sort: 'name' as EnrolledSort, page: 1 }
const PRIVACY = { pathwayId: pathways.privacy }

const coordinator = async () => asMember(await openTestStore(), ming)

test('the counts agree with the people behind them', async () => {
  const member = await coordinator()

  const { counts, people } = await member.read(getEnrolled, PRIVACY, FIRST)

  expect(counts.assigned).toBe(people.total)
  expect(counts.not_started + counts.under_way + counts.completed).toBe(counts.assigned)
  expect(await member.read(allEnrolled, PRIVACY, FIRST)).toHaveLength(counts.assigned)
  for (const state of Object.keys(ENROLLED_STATES) as EnrolledState[]) {
    const narrowed = await member.read(getEnrolled, PRIVACY, { ...FIRST, state })
    const everybody = await member.read(allEnrolled, PRIVACY, { ...FIRST, state })
    expect([state, everybody.length]).toEqual([state, counts[state]])
    expect(narrowed.people.total).toBe(counts[state])
  }
})

test('who completed it is demonstrated, and current until it expires', async () => {
  const member = await coordinator()

  const completed = await member.read(getEnrolled, PRIVACY, { ...FIRST, state: 'completed' })
  const lapsed = await member.read(getEnrolled, PRIVACY, { ...FIRST, state: 'lapsed' })

  const ids = completed.people.rows.map(({ memberId }) => memberId)
  expect(ids).toEqual(expect.arrayContaining([ana.id, nora.id, omar.id]))
  expect(lapsed.people.rows.map(({ memberId }) => memberId)).toEqual([nora.id])
  expect(completed.counts.current).toBe(completed.counts.demonstrated - 1)
})

test('who has left is not among them', async () => {
  const member = await coordinator()

  const { people } = await member.read(getEnrolled, PRIVACY, FIRST)

  expect(people.rows.map(({ memberId }) => memberId)).not.toContain(gwen.id)
})

test('each school has its own counts, and its people', async () => {
  const member = await coordinator()

  const { schools: rows } = await member.read(getEnrolled, PRIVACY, FIRST)
  const { people } = await member.read(getEnrolled, PRIVACY, {
    ...FIRST,
    organizationId: schools.elementary,
  })

  const elementary = rows.find(({ id }) => id === schools.elementary)!
  expect(elementary.assigned).toBe(people.total)
  expect(people.rows.map(({ memberId }) => memberId)).not.toContain(ana.id)
})

test('somebody without a step for 30 days is stuck, and it is said since when', async () => {
  const member = await coordinator()

  const { people } = await member.read(getEnrolled, PRIVACY, { ...FIRST, state: 'stuck' })

  expect(people.rows.find(({ memberId }) => memberId === ben.id)).toMatchObject({
    lastStepOn: null,
    stepsCompleted: 0,
    workplace: 'Riverbend Middle School',
  })
})

test.each([
  ['name', ({ name }: { name: string }) => name.split(' ').at(-1)!.toLowerCase()],
  ['since', ({ enrolledOn }: { enrolledOn: string }) => enrolledOn],
  ['steps', ({ stepsCompleted }: { stepsCompleted: number }) => stepsCompleted],
  ['due', ({ dueOn }: { dueOn: string | null }) => dueOn ?? '9999'],
] as const)('the people can be sorted by %s, both ways', async (sort, value) => {
  const member = await coordinator()

  const up = await member.read(getEnrolled, PRIVACY, { ...FIRST, sort })
  const down = await member.read(getEnrolled, PRIVACY, { ...FIRST, sort: `-${sort}` })

  const rising = up.people.rows.map((row) => value(row))
  const plain = (name: string | number) => String(name).normalize('NFD').replace(/\p{M}/gu, '')
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : plain(a) < plain(b) ? -1 : 1
  expect(rising.map(plain)).toEqual(rising.toSorted(compare).map(plain))
  const falling = down.people.rows.map((row) => value(row))
  expect(falling.map(plain)).toEqual(rising.toSorted(compare).toReversed().map(plain))
})

test('an assignment has its own counts, in words of its own', async () => {
  const member = await coordinator()

  const { assignment, can } = await member.read(getAssignment, assignments.mandated)
  const { counts } = await member.read(getEnrolled, { assignmentId: assignments.mandated }, FIRST)

  expect(assignment).toMatchObject({ kind: 'mandated', by: ming.name, graceDays: 7 })
  expect(assignment.open + assignment.completed).toBe(counts.assigned)
  expect(can.end).toBe(true)
})

test('an auditor sees an assignment and cannot end it; an ended one has ended', async () => {
  const store = await openTestStore()
  const auditor = await asMember(store, ida)
  const member = await asMember(store, ming)

  expect((await auditor.read(getAssignment, assignments.mandated)).can.end).toBe(false)
  const ended = await member.read(getAssignment, assignments.ended)
  expect(ended.can.end).toBe(false)
  expect(ended.assignment.endedOn).toEqual(expect.any(String))
})

test('educators and other districts see none of it', async () => {
  const store = await openTestStore()
  const educator = await asMember(store, ana)
  const stranger = await asMember(store, world.southside.ming)

  await expect(educator.read(getEnrolled, PRIVACY, FIRST)).rejects.toThrow(Forbidden)
  await expect(stranger.read(getAssignment, assignments.mandated)).rejects.toThrow(NotFound)
  const { counts, people } = await stranger.read(getEnrolled, PRIVACY, FIRST)
  expect([counts.assigned, people.total]).toEqual([0, 0])
})
