import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import { enrollments, peopleListMembers } from '#db/schema'
import { Forbidden, NotFound } from '~/domain/errors'
import { listLists, openList, saveList } from '~/domain/lists/lists.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { describe, expect, it, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
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
