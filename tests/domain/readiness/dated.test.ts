import type { Store } from '#db/client.server'
import { newId } from '#db/id'
import { saveList } from '~/domain/lists/lists.server'
import { removeList } from '~/domain/lists/removing.server'
import { enterSubjects } from '~/domain/members/subjects.server'
import { editAssignment, endAssignment, makeAssignment } from '~/domain/pathways/assigning.server'
import type { AssignmentInput } from '~/domain/pathways/inputs.server'
import { undoAssignment } from '~/domain/pathways/undoing.server'
import { listReadinessPeople } from '~/domain/readiness/people.server'
import { getReadiness } from '~/domain/readiness/queries.server'
import type { PeopleState } from '~/domain/readiness/readiness'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import type { Person } from '../../support/world'
import { world, WORLD_TODAY } from '../../support/world'
import { evidenceStep, forEducators, publish, within } from '../pathways/published'

const { ana, ben, cora, ming, rosa, organization, pathways, schools } = world.northside

const BEGIN = '2026-06-01'
const JUNE = '2026-06-30'
const EVE = '2026-11-09'
const CHANGED = '2026-11-10'

const on = (store: Store, person: Person, day: string, time = '15:00') =>
  asMember(store, person, new Date(`${day}T${time}:00Z`))

/** A pathway that is assigned at the beginning of June. */
async function assigned(given: Partial<AssignmentInput> & Pick<AssignmentInput, 'audience'>) {
  const store = await openTestStore()
  const coordinator = await on(store, ming, BEGIN)
  const pathway = await publish(coordinator, [evidenceStep])
  const assignment = { ...forEducators, ...given }
  const { id } = await coordinator.write(makeAssignment, pathway.id, assignment)
  return { store, pathwayId: pathway.id, id, assignment }
}

/** The counts of the pathway on a day, and who stands behind them, as they are told today. */
async function told(store: Store, pathwayId: string, asOf: string) {
  const rosaToday = await asMember(store, rosa)
  const { pathways } = await rosaToday.read(getReadiness, { asOf })
  const { help: _, ...row } = pathways.find(({ id }) => id === pathwayId) ?? { audience: 0 }
  const people = []
  for (const state of ['assigned', 'not_assigned'] as const) {
    const filter = { organizationId: organization, pathwayId, state, asOf, page: 1 }
    const found = await rosaToday.read(listReadinessPeople, filter)
    people.push(...found.people.rows.map(({ id }) => id))
  }
  expect(people).toHaveLength(row.audience)
  return { ...row, people: people.toSorted() }
}

const idsOf = (...people: Person[]) => people.map(({ id }) => id).toSorted()

const onList = (listId: string) => ({
  audience: { any: [[{ kind: 'list' as const, not: false, listId }]], except: [] },
})

const teaching = (...subjects: string[]) => {
  const works = {
    kind: 'works' as const,
    not: false,
    organizationId: organization,
    roles: [],
    gradeBands: [],
  }
  return { audience: { any: [[{ ...works, subjects }]], except: [] } }
}

test('narrowing an assignment in November leaves the readiness of June 30 as it was', async () => {
  const { store, pathwayId, id } = await assigned(within())
  const before = await told(store, pathwayId, JUNE)
  const eve = await told(store, pathwayId, EVE)

  const narrowed = { ...forEducators, ...within({ organizationId: schools.middle }), version: 1 }
  await (await on(store, ming, CHANGED)).write(editAssignment, id, narrowed)

  expect(await told(store, pathwayId, JUNE)).toEqual(before)
  expect(await told(store, pathwayId, EVE)).toEqual(eve)
  const after = await told(store, pathwayId, CHANGED)
  expect(after.audience).toBeGreaterThan(0)
  expect(after.audience).toBeLessThan(eve.audience)
  expect(await told(store, pathwayId, WORLD_TODAY)).toMatchObject({ people: after.people })
})

test('an offer that becomes a mandate was for nobody who had not joined until then', async () => {
  const { store, pathwayId, id } = await assigned({ ...within(), kind: 'offered' })
  const mandate = { ...forEducators, kind: 'mandated' as const, version: 1 }

  await (await on(store, ming, CHANGED)).write(editAssignment, id, mandate)

  expect(await told(store, pathwayId, EVE)).toEqual({ audience: 0, people: [] })
  const { audience } = await told(store, pathwayId, CHANGED)
  expect(audience).toBeGreaterThan(3)
})

test('of several edits of a day the last one holds at its end, and the day before what was before the first', async () => {
  const { store, pathwayId, id } = await assigned(within({ organizationId: schools.middle }))
  const eve = await told(store, pathwayId, EVE)
  const named = (...people: Person[]) => ({
    audience: {
      any: [[{ kind: 'people' as const, not: false, memberIds: idsOf(...people) }]],
      except: [],
    },
  })
  const edit = async (day: string, version: number, ...people: Person[]) =>
    (await on(store, ming, day)).write(editAssignment, id, {
      ...forEducators,
      ...named(...people),
      version,
    })

  await edit(CHANGED, 1, ana)
  await edit(CHANGED, 2, ana, ben)
  await edit('2026-11-15', 3, cora)

  expect(await told(store, pathwayId, EVE)).toEqual(eve)
  expect((await told(store, pathwayId, CHANGED)).people).toEqual(idsOf(ana, ben))
  expect((await told(store, pathwayId, '2026-11-14')).people).toEqual(idsOf(ana, ben))
  expect((await told(store, pathwayId, '2026-11-15')).people).toEqual(idsOf(cora))
})

test('an edit that is undone the next day held for the evening between', async () => {
  const { store, pathwayId, id } = await assigned(within())
  const peopleOn = async (day: string) => (await told(store, pathwayId, day)).people
  const [june, eve, day] = [await peopleOn(JUNE), await peopleOn(EVE), await peopleOn(CHANGED)]
  const narrowed = { ...forEducators, ...within({ organizationId: schools.middle }), version: 1 }

  await (await on(store, ming, EVE)).write(editAssignment, id, narrowed)
  const meanwhile = await peopleOn(EVE)
  await (await on(store, ming, CHANGED, '14:00')).write(undoAssignment, id)

  expect(await peopleOn(JUNE)).toEqual(june)
  expect(await peopleOn(EVE)).toEqual(meanwhile)
  expect(meanwhile.length).toBeLessThan(eve.length)
  expect(await peopleOn(CHANGED)).toEqual(day)
})

test('so did an end', async () => {
  const { store, pathwayId, id } = await assigned(within())
  const peopleOn = async (day: string) => (await told(store, pathwayId, day)).people
  const [before, after] = [await peopleOn('2026-11-08'), await peopleOn(CHANGED)]

  await (await on(store, ming, EVE)).write(endAssignment, id, { takeBack: false })
  await (await on(store, ming, CHANGED, '14:00')).write(undoAssignment, id)

  expect(await peopleOn('2026-11-08')).toEqual(before)
  expect(await peopleOn(EVE)).toEqual([])
  expect(await peopleOn(CHANGED)).toEqual(after)
})

test('who leaves a list was on it until then, and who comes back is on it again', async () => {
  const list = { id: newId(), name: 'New mentors' }
  const store = await openTestStore()
  const save = async (day: string, ...people: Person[]) =>
    (await on(store, ming, day)).write(saveList, {
      ...list,
      who: people.map(({ name }) => name).join('\n'),
    })
  await save(BEGIN, ana, ben)
  const coordinator = await on(store, ming, BEGIN)
  const { id: pathwayId } = await publish(coordinator, [evidenceStep])
  await coordinator.write(makeAssignment, pathwayId, { ...forEducators, ...onList(list.id) })

  await save(CHANGED, cora)
  await save('2026-11-12', cora, ana)
  await save('2026-11-15', cora)
  await save('2026-11-15', cora, ana)

  const peopleOn = async (day: string) => (await told(store, pathwayId, day)).people
  expect(await peopleOn(JUNE)).toEqual(idsOf(ana, ben))
  expect(await peopleOn(EVE)).toEqual(idsOf(ana, ben))
  expect(await peopleOn(CHANGED)).toEqual(idsOf(cora))
  expect(await peopleOn('2026-11-14')).toEqual(idsOf(ana, cora))
  expect(await peopleOn('2026-11-15')).toEqual(idsOf(ana, cora))
  expect(await peopleOn(WORLD_TODAY)).toEqual(idsOf(ana, cora))
})

test('a list that was removed still says who was on it while its assignment was in force', async () => {
  const list = { id: newId(), name: 'New mentors' }
  const store = await openTestStore()
  const coordinator = await on(store, ming, BEGIN)
  await coordinator.write(saveList, { ...list, who: ana.name })
  const { id: pathwayId } = await publish(coordinator, [evidenceStep])
  const listed = { ...forEducators, ...onList(list.id) }
  const { id } = await coordinator.write(makeAssignment, pathwayId, listed)
  const before = await told(store, pathwayId, JUNE)
  const elsewhere = { ...forEducators, ...within({ organizationId: schools.high }), version: 1 }
  await (await on(store, ming, EVE)).write(editAssignment, id, elsewhere)

  await (await on(store, ming, '2026-11-12')).write(removeList, list.id)

  expect(before.people).toEqual(idsOf(ana))
  expect(await told(store, pathwayId, JUNE)).toEqual(before)
  expect((await told(store, pathwayId, '2026-11-12')).people).not.toContain(ana.id)
})

test('who teaches a subject no longer taught it until then; taken and given on one day is given', async () => {
  const { store, pathwayId } = await assigned(teaching('Astronomy'))
  const enter = async (day: string, person: Person, ...subjects: string[]) =>
    (await on(store, rosa, day)).write(enterSubjects, person.id, subjects)
  await enter(BEGIN, ana, 'Astronomy')
  await enter(BEGIN, ben, 'Astronomy')

  await enter(CHANGED, ana)
  await enter('2026-11-12', ana, 'Astronomy')
  await enter('2026-11-15', ana)
  await enter('2026-11-15', ana, 'Astronomy')
  await enter('2026-11-15', ben)
  await enter('2026-11-15', cora, 'Astronomy')
  await enter('2026-11-15', cora)

  const peopleOn = async (day: string) => (await told(store, pathwayId, day)).people
  expect(await peopleOn(EVE)).toEqual(idsOf(ana, ben))
  expect(await peopleOn(CHANGED)).toEqual(idsOf(ben))
  expect(await peopleOn('2026-11-14')).toEqual(idsOf(ana, ben))
  expect(await peopleOn('2026-11-15')).toEqual(idsOf(ana))
  expect(await peopleOn(WORLD_TODAY)).toEqual(idsOf(ana))
})

test('of an earlier day neither steps are told nor a completion that was to come', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const peopleOn = async (asOf: string, state: PeopleState) => {
    const filter = {
      organizationId: organization,
      pathwayId: pathways.privacy,
      state,
      asOf,
      page: 1,
    }
    return (await member.read(listReadinessPeople, filter)).people.rows
  }

  const underWay = await peopleOn('2026-09-30', 'under_way')
  const completed = await peopleOn(WORLD_TODAY, 'demonstrated')

  const [later] = completed.filter(({ id }) => underWay.some((one) => one.id === id))
  expect(later!.completedOn! > '2026-09-30').toBe(true)
  expect(later!.steps!.completed).toBe(later!.steps!.required)
  expect(underWay.length).toBeGreaterThan(0)
  for (const told of underWay) {
    expect(told).toMatchObject({ steps: null, completedOn: null, expiresOn: null })
  }
  for (const told of await peopleOn(later!.completedOn!, 'demonstrated')) {
    expect(told.steps).toBe(null)
    expect(told.completedOn! <= later!.completedOn!).toBe(true)
  }
})
