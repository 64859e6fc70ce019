import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import { enrollments, events, peopleListMembers } from '#db/schema'
import { audienceChoices } from '~/domain/audiences/choices.server'
import { resolveAudience } from '~/domain/audiences/finding.server'
import { namesIn } from '~/domain/audiences/names.server'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { listLists, openList, saveList } from '~/domain/lists/lists.server'
import { openRemoval, removeList } from '~/domain/lists/removing.server'
import { endAssignment, makeAssignment } from '~/domain/pathways/assigning.server'
import { describe, expect, it, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_NOW } from '../../support/world'
import { prepare } from '../mandates/required'
import { evidenceStep, forEducators, publish } from '../pathways/published'

const { ana, ben, cora, ming } = world.northside

test('people are found by address and by name, and each line that names nobody is said', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const id = newId()

  const { people, lost } = await coordinator.write(saveList, {
    id,
    name: 'New mentors',
    who: `${ana.email}\n${ben.name}\nnobody@example.org\n`,
  })

  expect(people).toBe(2)
  expect(lost).toMatchObject([{ line: 3, text: 'nobody@example.org' }])
  const { list } = await coordinator.read(openList, id)
  const again = await coordinator.write(saveList, { id, name: list.name, who: list.who })
  expect(again).toEqual({ people: 2, lost: [] })
  expect((await coordinator.read(listLists, 1)).lists.rows).toContainEqual({
    id,
    name: 'New mentors',
    people: 2,
  })
})

describe('a name that several people have', () => {
  const called = {
    organizationId: world.northside.schools.middle,
    givenName: 'Sam',
    familyName: 'Poe',
  }

  it('is refused with its line, and nothing is changed', async () => {
    const coordinator = await asMember(await openTestStore(), ming)
    const id = newId()
    const list = { id, name: 'New mentors' }
    await coordinator.write(make.member, called)
    await coordinator.write(make.member, called)
    await coordinator.write(saveList, { ...list, who: ana.name })

    const saving = coordinator.write(saveList, { ...list, who: `${ben.name}\nSam Poe` })

    await expect(saving).toHaveFieldError('who')
    await expect(saving).rejects.toThrow(/Line 2, Sam Poe: More than one person/)
    const { list: kept } = await coordinator.read(openList, id)
    expect(kept.who).toContain(ana.name)
    expect(kept.people).toBe(1)
  })

  it('stands for whoever is on the list already, as long as it is clear who', async () => {
    const coordinator = await asMember(await openTestStore(), ming)
    const id = newId()
    const first = await coordinator.write(make.member, called)
    await coordinator.write(saveList, { id, name: 'New mentors', who: 'Sam Poe' })
    const second = await coordinator.write(make.member, called)
    const { list } = await coordinator.read(openList, id)

    await coordinator.write(saveList, { id, name: list.name, who: `${list.who}\n${ana.name}` })

    const on = await coordinator.scope.db
      .select({ memberId: peopleListMembers.memberId })
      .from(peopleListMembers)
      .where(eq(peopleListMembers.listId, id))
    expect(on.map(({ memberId }) => memberId).toSorted()).toEqual([ana.id, first.id].toSorted())
    expect(second.id).not.toBe(first.id)
    const both = coordinator.write(saveList, { id, name: list.name, who: 'Sam Poe\nSam Poe' })
    await expect(both).toHaveFieldError('who')
  })
})

test('who comes to a list gets its pathways, and who leaves it unbegun is taken off', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const id = newId()
  const list = { id, name: 'New mentors' }
  await coordinator.write(saveList, { ...list, who: ana.name })
  const pathway = await publish(coordinator, [evidenceStep])
  await coordinator.write(makeAssignment, pathway.id, {
    ...forEducators,
    audience: { any: [[{ kind: 'list', not: false, listId: id }]], except: [] },
  })

  await coordinator.write(saveList, { ...list, who: cora.name })

  const rows = await coordinator.scope.db
    .select({ memberId: enrollments.memberId })
    .from(enrollments)
    .where(and(eq(enrollments.pathwayId, pathway.id), isNull(enrollments.endedOn)))
  expect(rows).toEqual([{ memberId: cora.id }])
})

test('who left a list and came back is on it once, and nobody else who left is', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const list = { id: newId(), name: 'New mentors' }
  await coordinator.write(saveList, { ...list, who: `${ana.name}\n${ben.name}` })
  await coordinator.write(saveList, { ...list, who: ben.name })
  await coordinator.write(saveList, { ...list, who: ana.name })

  const { list: kept } = await coordinator.read(openList, list.id)
  const { lists } = await coordinator.read(listLists, 1)
  const { list: removable } = await coordinator.read(openRemoval, list.id)

  expect(kept.people).toBe(1)
  expect(kept.who).toContain(ana.name)
  expect(lists.rows).toContainEqual({ ...list, people: 1 })
  expect(removable.people).toBe(1)
})

test('a name is given once, and a list is for coordinators of its district', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const id = newId()
  await coordinator.write(saveList, { id, name: 'New mentors', who: '' })

  const twice = coordinator.write(saveList, { id: newId(), name: 'New mentors', who: '' })

  await expect(twice).toHaveFieldError('name')
  await expect((await asMember(store, ana)).read(openList, id)).rejects.toThrow(Forbidden)
  const stranger = await asMember(store, world.southside.ming)
  await expect(stranger.read(openList, id)).rejects.toThrow(NotFound)
})

describe('removing a list', () => {
  async function open() {
    const store = await openTestStore()
    const coordinator = await asMember(store, ming)
    const list = { id: newId(), name: 'New mentors' }
    await coordinator.write(saveList, { ...list, who: ana.name })
    const audience = { any: [[{ kind: 'list' as const, not: false, listId: list.id }]], except: [] }
    return { store, coordinator, list, audience }
  }

  it('takes it off the lists and frees its name', async () => {
    const { coordinator, list, audience } = await open()

    await coordinator.write(removeList, list.id)

    const { lists } = await coordinator.read(listLists, 1)
    expect(lists.rows.map(({ id }) => id)).not.toContain(list.id)
    expect((await coordinator.read(audienceChoices)).lists).not.toContainEqual(list)
    await expect(coordinator.read(openList, list.id)).rejects.toThrow(NotFound)
    await expect(coordinator.write(saveList, list)).rejects.toThrow(NotFound)
    await expect(coordinator.write(removeList, list.id)).rejects.toThrow(NotFound)
    await expect(coordinator.read(resolveAudience, audience)).rejects.toThrow(NotFound)
    const again = { id: newId(), name: list.name, who: ben.name }
    expect(await coordinator.write(saveList, again)).toMatchObject({ people: 1 })
    const told = await coordinator.scope.db
      .select({ subjectId: events.subjectId })
      .from(events)
      .where(eq(events.type, 'list.removed'))
    expect(told).toEqual([{ subjectId: list.id }])
  })

  it('waits for what goes by it, and for the day on which that can be undone', async () => {
    const { store, coordinator, list, audience } = await open()
    const pathway = await publish(coordinator, [evidenceStep])
    const assignment = { ...forEducators, audience }
    const { id } = await coordinator.write(makeAssignment, pathway.id, assignment)

    const inForce = await coordinator.read(openRemoval, list.id)
    const refused = coordinator.write(removeList, list.id)

    const title = 'Coding for everybody'
    expect(inForce.list.people).toBe(1)
    expect(inForce.uses).toEqual([{ kind: 'assignment', id, title, isPast: false }])
    await expect(refused).rejects.toThrow(Conflict)
    await expect(refused).rejects.toThrow(/the assignment of “Coding for everybody”/)

    await coordinator.write(endAssignment, id, { takeBack: true })

    const ended = await coordinator.read(openRemoval, list.id)
    expect(ended.uses).toEqual([{ kind: 'assignment', id, title, isPast: true }])
    await expect(coordinator.write(removeList, list.id)).rejects.toThrow(Conflict)

    const twoDays = new Date(WORLD_NOW.getTime() + 2 * 86_400_000)
    const later = await asMember(store, ming, twoDays)

    expect((await later.read(openRemoval, list.id)).uses).toEqual([])
    await later.write(removeList, list.id)
    expect(await later.read(namesIn, [audience])).toEqual({ [list.id]: list.name })
  })

  it('waits for a required training, one that is being prepared too', async () => {
    const { coordinator, list, audience } = await open()
    const { id } = await prepare(coordinator, { audience })

    const { uses } = await coordinator.read(openRemoval, list.id)

    expect(uses).toEqual([{ kind: 'mandate', id, title: 'Safe classrooms', isPast: false }])
    await expect(coordinator.write(removeList, list.id)).rejects.toThrow(/Safe classrooms/)
  })

  it('is for coordinators of its district', async () => {
    const { store, list } = await open()

    const educator = await asMember(store, ana)
    const stranger = await asMember(store, world.southside.ming)

    await expect(educator.write(removeList, list.id)).rejects.toThrow(Forbidden)
    await expect(stranger.write(removeList, list.id)).rejects.toThrow(NotFound)
    await expect(stranger.read(openRemoval, list.id)).rejects.toThrow(NotFound)
  })
})
