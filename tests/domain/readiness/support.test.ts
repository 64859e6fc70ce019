import { Forbidden, NotFound } from '~/domain/errors'
import { SUPPORT_GROUPS } from '~/domain/readiness/support'
import { listSupport } from '~/domain/readiness/support.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, dev, mara, ming, schools } = world.northside

test('what waits for us comes first, then who is stuck; by name within', async () => {
  const member = await asMember(await openTestStore(), mara)

  const { school, people } = await member.read(listSupport, { page: 1 })

  expect(school.id).toBe(schools.middle)
  const groups = people.rows.map(({ group }) => SUPPORT_GROUPS.indexOf(group))
  expect(groups).toEqual(groups.toSorted((a, b) => a - b))
  const anas = people.rows.find(({ memberId }) => memberId === ana.id)
  expect(anas?.group).toBe('waiting')
  for (const { group, waitsSince } of people.rows) {
    expect(waitsSince !== null && waitsSince <= WORLD_TODAY).toBe(group === 'waiting')
  }
})

test('a page past the end is the last one', async () => {
  const member = await asMember(await openTestStore(), mara)

  const first = await member.read(listSupport, { page: 1 })
  const past = await member.read(listSupport, { page: 900 })

  expect(first.people).toMatchObject({ page: 1, pages: 1 })
  expect(past.people.rows.length).toBeGreaterThan(0)
  expect(past).toEqual(first)
})

test('a principal sees their own school only; coordinators no persons at all', async () => {
  const store = await openTestStore()
  const principal = await asMember(store, dev)
  const coordinator = await asMember(store, ming)
  const stranger = await asMember(store, world.southside.rosa)
  const middle = { organizationId: schools.middle, page: 1 }

  const own = await principal.read(listSupport, { page: 1 })

  expect(own.schools.map(({ id }) => id)).not.toContain(schools.middle)
  await expect(principal.read(listSupport, middle)).rejects.toThrow(NotFound)
  await expect(coordinator.read(listSupport, middle)).rejects.toThrow(Forbidden)
  await expect(stranger.read(listSupport, middle)).rejects.toThrow(NotFound)
})
