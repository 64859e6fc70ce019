import type { Db } from '#db/client.server'
import { newId } from '#db/id'
import { and, asc, eq, inArray, isNotNull, ne, or } from '#db/query.server'
import { activities, affiliations, courses, goals, members, users } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { WORLD_NOW, world } from '../support/world'

const { northside, southside } = world
const foreign = southside.activities.draft

describe('a query of one district', () => {
  test('finds nothing under the id of another', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)

    const rows = await db
      .select({ id: activities.id })
      .from(activities)
      .where(eq(activities.id, foreign))

    expect(rows).toEqual([])
  })

  test('without a condition reads its own rows only', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)

    const rows = await db.select({ districtId: activities.districtId }).from(activities)

    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ districtId }) => districtId))).toEqual(new Set([northside.id]))
  })

  test('with an "or" that would widen it stays inside', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)

    const rows = await db
      .select({ districtId: activities.districtId })
      .from(activities)
      .where(or(eq(activities.id, foreign), isNotNull(activities.id)))

    expect(new Set(rows.map(({ districtId }) => districtId))).toEqual(new Set([northside.id]))
  })

  test('with a second condition in place of the first stays inside', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)

    const query = db.select({ id: activities.id }).from(activities)
    query.where(eq(activities.status, 'draft'))
    const rows = await query.where(eq(activities.id, foreign))

    expect(rows).toEqual([])
  })

  test('with a careless join does not reach across', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)

    const rows = await db
      .select({ joined: goals.districtId })
      .from(activities)
      .innerJoin(goals, isNotNull(goals.id))

    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ joined }) => joined))).toEqual(new Set([northside.id]))
  })

  test('with a left join on equal names gives nothing in place of the other district', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)

    const rows = await db
      .select({ id: members.id, theirs: affiliations.id })
      .from(members)
      .leftJoin(affiliations, eq(affiliations.memberId, southside.ana.id))
      .where(eq(members.id, northside.ana.id))

    expect(rows).toEqual([{ id: northside.ana.id, theirs: null }])
  })

  test('keeps its district through joining, ordering and limiting', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, southside.id)

    const rows = await db
      .select({ id: activities.id, name: members.givenName })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .where(inArray(activities.id, [foreign, northside.activities.draft]))
      .orderBy(asc(activities.id))
      .limit(10)

    expect(rows).toEqual([{ id: foreign, name: 'Ana' }])
  })

  test('counts and lists distinct values of its own only', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)

    const own = await db.count(members)
    const notOwn = await db.count(members, eq(members.id, southside.ana.id))
    const distinct = await db.selectDistinct({ districtId: members.districtId }).from(members)

    expect(own).toBe(await store.read.$count(members, eq(members.districtId, northside.id)))
    expect(notOwn).toBe(0)
    expect(distinct).toEqual([{ districtId: northside.id }])
  })

  test('over the rows of another query stays inside', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)
    const own = db.select({ districtId: activities.districtId }).from(activities).as('own')

    const rows = await db.selectFrom(own, { districtId: own.districtId })

    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ districtId }) => districtId))).toEqual(new Set([northside.id]))
  })

  test.each(['rightJoin', 'fullJoin', 'crossJoin'] as const)('has no %s', async (join) => {
    const store = await openTestStore()

    const query = forDistrict(store.read, northside.id).select({ id: goals.id }).from(goals)

    const joins = query as unknown as Record<string, (table: object) => unknown>
    expect(() => joins[join]!(activities)).toThrow(`${join} is not available`)
  })
})

describe('a write of one district', () => {
  test('changes nothing under the id of another', async () => {
    const store = await openTestStore()

    const changed = await store.write((tx) =>
      forDistrict(tx, northside.id)
        .update(activities)
        .set({ title: 'Taken over' })
        .where(eq(activities.id, foreign))
        .returning({ id: activities.id }),
    )

    expect(changed).toEqual([])
    expect(await store.read.$count(activities, eq(activities.title, 'Taken over'))).toBe(0)
  })

  test('without a condition changes its own rows only', async () => {
    const store = await openTestStore()

    await store.write(async (tx) => {
      await forDistrict(tx, northside.id).update(courses).set({ title: 'Ours' })
    })

    const theirs = and(eq(courses.districtId, southside.id), eq(courses.title, 'Ours'))
    expect(await store.read.$count(courses, theirs)).toBe(0)
    const left = and(eq(courses.districtId, northside.id), ne(courses.title, 'Ours'))
    expect(await store.read.$count(courses, left)).toBe(0)
  })

  test('deletes nothing under the id of another, nor without a condition', async () => {
    const store = await openTestStore()
    const before = await store.read.$count(affiliations, eq(affiliations.districtId, southside.id))

    await store.write(async (tx) => {
      const db = forDistrict(tx, northside.id)
      await db.delete(affiliations).where(eq(affiliations.memberId, southside.ana.id))
      await db.delete(affiliations)
    })

    const after = await store.read.$count(affiliations, eq(affiliations.districtId, southside.id))
    expect(after).toBe(before)
    expect(await store.read.$count(affiliations)).toBe(before)
  })

  test('cannot name a row of another in a foreign key', async () => {
    const store = await openTestStore()

    const work = store.write(async (tx) => {
      await forDistrict(tx, northside.id).insert(activities).values({
        id: newId(),
        memberId: southside.ana.id,
        title: 'For somebody else',
        status: 'draft',
        version: 1,
        createdAt: WORLD_NOW,
        updatedAt: WORLD_NOW,
      })
    })

    const refused = await work.catch((error: unknown) => error)
    expect(codeOf(refused)).toMatch(/^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/)
  })

  test('cannot move a row to a parent of another', async () => {
    const store = await openTestStore()

    const work = store.write(async (tx) => {
      await forDistrict(tx, northside.id)
        .update(activities)
        .set({ organizationId: southside.schools.middle })
        .where(eq(activities.id, northside.activities.approved))
    })

    const refused = await work.catch((error: unknown) => error)
    expect(codeOf(refused)).toMatch(/^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/)
  })

  test('writes its own district whatever the rows say', async () => {
    const store = await openTestStore()
    const row = { id: newId(), title: 'Smuggled', createdAt: WORLD_NOW, districtId: southside.id }

    await store.write(async (tx) => {
      await forDistrict(tx, northside.id).insert(courses).values(row)
    })

    const [stored] = await store.read.select().from(courses).where(eq(courses.id, row.id))
    expect(stored?.districtId).toBe(northside.id)
  })

  test('of a thousand rows goes in whole, and of none does nothing', async () => {
    const store = await openTestStore()
    const rows = Array.from({ length: 1000 }, (_, number) => ({
      id: newId(),
      title: `Course ${number}`,
      provider: 'A thousand',
      createdAt: WORLD_NOW,
    }))

    await store.write(async (tx) => {
      await forDistrict(tx, southside.id).insertMany(courses, rows)
      await forDistrict(tx, southside.id).insertMany(courses, [])
    })

    const theirs = and(eq(courses.districtId, southside.id), eq(courses.provider, 'A thousand'))
    expect(await store.read.$count(courses, theirs)).toBe(1000)
  })
})

test('what would leave the district does not compile', () => {
  const doNotRun = (tx: Db) => {
    const db = forDistrict(tx, northside.id)
    const values = { id: newId(), title: 'x', createdAt: WORLD_NOW }
    // @ts-expect-error a table of all districts
    db.select({ id: users.id }).from(users)
    // @ts-expect-error the district is not the caller's to choose
    db.update(courses).set({ districtId: southside.id })
    // @ts-expect-error nor in a list of rows
    db.insert(courses).values([{ ...values, districtId: southside.id }])
    // @ts-expect-error a column that is not there
    db.update(courses).set({ titel: 'x' })
    return db
  }

  expect(doNotRun).toBeTypeOf('function')
})

function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code ?? (cause ? codeOf(cause) : undefined)
}
