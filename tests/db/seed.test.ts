import { isId } from '#db/id'
import { asc, eq } from '#db/query.server'
import * as schema from '#db/schema'
import { enrollments, members, stepCompletions, submissions } from '#db/schema'
import { noRows, type Rows } from '#db/seed/rows'
import { seedWorld } from '#db/seed/world'
import { forDistrict, type TenantTable } from '#db/tenant.server'
import { verify } from '@node-rs/argon2'
import { isTable } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { emptyStore, openTestStore, type TestStore } from '../support/database'
import { asMember } from '../support/members'
import { DEMO_PASSWORD, DEMO_PASSWORD_HASH, WORLD_NOW, world } from '../support/world'
import { faultsIn } from '../seed/faults'

const districts = [world.northside, world.southside]

/** Every row of a district that the seed makes, as the database gives it back. */
async function rowsOf(store: TestStore, districtId: number): Promise<Rows> {
  const rows = noRows() as Record<keyof Rows, object[]>
  for (const name of Object.keys(rows) as (keyof Rows)[]) {
    const table: TenantTable = schema[name]
    rows[name] = await store.read.select().from(table).where(eq(table.districtId, districtId))
  }
  return rows as Rows
}

async function settingOf(store: TestStore, id: number) {
  const [district] = await store.read
    .select()
    .from(schema.districts)
    .where(eq(schema.districts.id, id))
  return { ...district!, now: WORLD_NOW }
}

describe('the world of the tests', () => {
  test.each(districts)('is consistent in $slug', async ({ id }) => {
    const store = await openTestStore()

    const rows = await rowsOf(store, id)

    expect(rows.activities.length).toBeGreaterThan(10)
    expect(faultsIn(rows, await settingOf(store, id))).toEqual([])
  })

  test('has a step whose evidence is looked at by criteria', async () => {
    const { pathwayAsks } = await rowsOf(await openTestStore(), world.northside.id)

    expect(pathwayAsks.some(({ rubric }) => rubric.length > 0)).toBe(true)
  })

  test('holds a row under each id that has a name', async () => {
    const store = await openTestStore()
    const known = new Set<string>()
    for (const table of Object.values(schema).filter((value) => isTable(value))) {
      const rows = (await store.read.select().from(table as SQLiteTable)) as object[]
      for (const row of rows) {
        for (const value of Object.values(row)) {
          if (typeof value === 'string' && isId(value)) known.add(value)
        }
      }
    }

    expect(idsIn(world).filter((id) => !known.has(id))).toEqual([])
  })

  test('has one activity and one submission in each status', async () => {
    const store = await openTestStore()

    for (const { id } of districts) {
      const { activities, submissions } = await rowsOf(store, id)
      expect(new Set(activities.map(({ status }) => status)).size).toBe(6)
      expect(new Set(submissions.map(({ status }) => status)).size).toBe(5)
    }
  })

  test('has made as much progress as the product itself would say', async () => {
    const store = await openTestStore()
    const standing = () =>
      Promise.all([
        store.read.select().from(enrollments).orderBy(asc(enrollments.id)),
        store.read.select().from(stepCompletions).orderBy(asc(stepCompletions.id)),
      ])
    const before = await standing()

    for (const { rosa, id } of districts) {
      const administrator = await asMember(store, rosa)
      const everybody = await forDistrict(store.read, id).select({ id: members.id }).from(members)
      for (const member of everybody) await administrator.write(refreshProgress, member.id)
    }

    expect(await standing()).toEqual(before)
  })

  test('gives each person the hats that their story says', async () => {
    const store = await openTestStore()
    const { northside } = world

    const hatsOf = async (person: typeof northside.ana) =>
      (await asMember(store, person)).actor.hats.map(({ role }) => role).toSorted()

    expect(await hatsOf(northside.ana)).toEqual(['educator'])
    expect(await hatsOf(northside.mara)).toEqual(['principal'])
    expect(await hatsOf(northside.ming)).toEqual(['coordinator'])
    expect(await hatsOf(northside.rosa)).toEqual(['administrator'])
    expect(await hatsOf(northside.ida)).toEqual(['auditor'])
    expect(await hatsOf(northside.omar)).toEqual(['coach', 'educator'])
    await expect(hatsOf(northside.gwen)).rejects.toThrow('Gwen Grant is not with northside')
  })

  test('lets everybody in with the words of the demonstration', async () => {
    expect(await verify(DEMO_PASSWORD_HASH, DEMO_PASSWORD)).toBe(true)
    expect(DEMO_PASSWORD_HASH).toContain('$m=19456,t=2,p=1$')
  })
})

test('the demonstration fits into the database', async () => {
  const store = await emptyStore()
  const started = performance.now()

  await seedWorld(store, {
    now: WORLD_NOW,
    size: 'demo',
    passwordHash: DEMO_PASSWORD_HASH,
    ruleSets: shippedRuleSets(),
  })

  console.log(`The demonstration took ${Math.round(performance.now() - started)} ms.`)
  expect(await store.read.$count(members)).toBeGreaterThan(130)
  expect(await store.read.$count(submissions)).toBeGreaterThan(3000)
}, 60_000)

/** Every identifier in a structure of names. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return isId(value) ? [value] : []
  return Object.values(Object(value)).flatMap(idsIn)
}
