import { eq } from '#db/query.server'
import { affiliations, districts, members, users } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, test } from 'vitest'
import { findActor, findDistrict, listDistrictsOf } from '~/domain/people/actor.server'
import { isPrivilegedNow } from '~/domain/people/privilege.server'
import { openTestStore } from '../../support/database'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, rosa } = northside

/** Somebody of Northside whose affiliations begin or end at a midnight of its own: what is so when. */
async function aroundMidnight(
  person: typeof ana,
  days: { startedOn?: string; endedOn?: string },
  timeZone = 'America/New_York',
) {
  const store = await openTestStore()
  await store.write(async (tx) => {
    await tx.update(districts).set({ timeZone }).where(eq(districts.id, northside.id))
    await forDistrict(tx, northside.id)
      .update(affiliations)
      .set(days)
      .where(eq(affiliations.memberId, person.id))
  })
  const district = await findDistrict(store.read, northside.slug)
  return async (at: string) => {
    const now = new Date(at)
    const own = await listDistrictsOf(store.read, person.userId, now)
    const [user] = await store.read
      .select({ isPrivileged: isPrivilegedNow(store.read, now) })
      .from(users)
      .where(eq(users.id, person.userId))
    return {
      isListed: own.some(({ slug }) => slug === northside.slug),
      isActor: (await findActor(store.read, district!, person.userId, now)) !== null,
      isPrivileged: user!.isPrivileged,
    }
  }
}

const WITH = { isListed: true, isActor: true, isPrivileged: true }
const WITHOUT = { isListed: false, isActor: false, isPrivileged: false }

describe('whose last day it is', () => {
  test('is with the district until midnight there', async () => {
    const at = await aroundMidnight(rosa, { endedOn: '2026-11-20' })

    expect(await at('2026-11-21T04:59:00Z')).toEqual(WITH)
    expect(await at('2026-11-21T05:00:00Z')).toEqual(WITHOUT)
  })

  test('in Hawaii, five hours longer', async () => {
    const at = await aroundMidnight(rosa, { endedOn: '2026-11-20' }, 'Pacific/Honolulu')

    expect(await at('2026-11-21T09:59:00Z')).toEqual(WITH)
    expect(await at('2026-11-21T10:00:00Z')).toEqual(WITHOUT)
  })
})

test('whose first day is tomorrow is not with the district on the evening before', async () => {
  const at = await aroundMidnight(rosa, { startedOn: '2026-11-21' })

  expect(await at('2026-11-21T04:59:00Z')).toEqual(WITHOUT)
  expect(await at('2026-11-21T05:00:00Z')).toEqual(WITH)
})

test('each district goes by its own clock', async () => {
  const store = await openTestStore()
  const { userId } = southside.rosa
  await store.write(async (tx) => {
    await tx
      .update(districts)
      .set({ timeZone: 'Pacific/Honolulu' })
      .where(eq(districts.id, southside.id))
    await forDistrict(tx, northside.id)
      .update(members)
      .set({ userId })
      .where(eq(members.id, ana.id))
    for (const { id, member } of [
      { id: northside.id, member: ana.id },
      { id: southside.id, member: southside.rosa.id },
    ]) {
      await forDistrict(tx, id)
        .update(affiliations)
        .set({ endedOn: '2026-11-20' })
        .where(eq(affiliations.memberId, member))
    }
  })
  const slugs = async (at: string) =>
    (await listDistrictsOf(store.read, userId, new Date(at))).map(({ slug }) => slug)

  expect((await slugs('2026-11-21T04:00:00Z')).toSorted()).toEqual([northside.slug, southside.slug])
  expect(await slugs('2026-11-21T06:00:00Z')).toEqual([southside.slug])
})
