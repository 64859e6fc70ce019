import { createHash } from 'node:crypto'
import { openStore, type Store } from '#db/client.server'
import { isLongId, newId } from '#db/id'
import { inspectDatabase } from '#db/inspect.server'
import { load, openForLoading } from '#db/loading.server'
import { asc, eq } from '#db/query.server'
import * as schema from '#db/schema'
import { districts, mandates, members, submissions } from '#db/schema'
import { generateDistricts } from '#db/seed/generate-many'
import { noRows, type Rows } from '#db/seed/rows'
import type { TenantTable } from '#db/tenant.server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { OPERATOR } from '~/cli/database'
import { generate, GENERATED_PASSWORD } from '~/cli/generate'
import { rebuildProgress } from '~/cli/rebuild'
import { keepMandate } from '~/domain/mandates/keeping.server'
import { findDistrict } from '~/domain/people/actor.server'
import { isPasswordOf } from '~/domain/people/password-hash.server'
import { writeScopeOf } from '~/domain/scope.server'
import { faultsIn } from '../seed/faults'
import { bareDatabase, emptyStore, MIGRATIONS, openTestStore } from '../support/database'
import { WORLD_NOW as now } from '../support/world'

const SIZE = { districts: 3, educators: 60, schools: 5, years: 2 }

async function opened(url: string) {
  const store = await openStore(url)
  onTestFinished(() => store.close())
  return store
}

/** Every row of a district that is generated, as the database gives it back. */
async function rowsOf(store: Store, districtId: number): Promise<Rows> {
  const rows = noRows() as Record<keyof Rows, object[]>
  for (const name of Object.keys(rows) as (keyof Rows)[]) {
    const table: TenantTable = schema[name]
    rows[name] = await store.read.select().from(table).where(eq(table.districtId, districtId))
  }
  return rows as Rows
}

/** What is in the generated tables of a database, in one line, whatever the order. */
async function hashOf(store: Store) {
  const hash = createHash('sha256')
  for (const { id } of await store.read.select().from(districts).orderBy(asc(districts.id))) {
    for (const [table, rows] of Object.entries(await rowsOf(store, id))) {
      const lines = rows.map((row) => JSON.stringify(row)).toSorted()
      hash.update(`${table}\n${lines.join('\n')}\n`)
    }
  }
  return hash.digest('hex')
}

describe('generated districts', () => {
  test('are in the database as asked for, each consistent, and nothing that points nowhere', async () => {
    const url = await bareDatabase()

    const { rows, bytes } = await generate(url, { ...SIZE, seed: 1 }, () => {}, now)

    const store = await opened(url)
    const all = await store.read.select().from(districts)
    expect(all).toHaveLength(SIZE.districts)
    expect(rows.members).toBe(await store.read.$count(members))
    expect(bytes).toBeGreaterThan(0)
    for (const district of all) {
      const faults = faultsIn(await rowsOf(store, district.id), { ...district, now })
      expect(faults.slice(0, 5)).toEqual([])
    }
    const findings = await inspectDatabase(url, MIGRATIONS)
    expect(findings.filter(({ name }) => /keys|integrity|migrations/.test(name))).toSatisfy(
      (found: { ok: boolean }[]) => found.every(({ ok }) => ok),
    )
  })

  test('leave the database with the indexes and triggers of an empty one', async () => {
    const url = await bareDatabase()
    const rulesOf = async (of: string) => {
      const { close, rules } = await openForLoading(of)
      await close()
      return rules.map(({ make }) => make).toSorted()
    }

    await generate(url, { ...SIZE, seed: 1 }, () => {}, now)

    const { url: empty, close } = await emptyStore()
    await close()
    const expected = await rulesOf(empty)
    expect(expected.length).toBeGreaterThan(50)
    expect(await rulesOf(url)).toEqual(expected)
  })

  test('are the same for a seed, and others for another one', async () => {
    const hashes: string[] = []
    for (const seed of [5, 5, 6]) {
      const store = await emptyStore()
      await generateDistricts(store, { ...SIZE, seed, now, passwordHash: '' })
      hashes.push(await hashOf(store))
    }

    expect(hashes[1]).toBe(hashes[0])
    expect(hashes[2]).not.toBe(hashes[0])
  })

  test('are the same whether one process makes them or several', async () => {
    const hashes: string[] = []
    for (const processes of [1, 3]) {
      const url = await bareDatabase()
      await generate(url, { ...SIZE, seed: 5, processes }, () => {}, now)
      hashes.push(await hashOf(await opened(url)))
    }

    expect(hashes[1]).toBe(hashes[0])
  })

  test('have short identifiers that the product does not give', async () => {
    const store = await emptyStore()
    await generateDistricts(store, { ...SIZE, seed: 5, now, passwordHash: '' })

    const id = await store.write(async () => newId())

    const rows = await store.read.select({ id: submissions.id }).from(submissions)
    expect(isLongId(id)).toBe(false)
    expect(rows.every((row) => row.id > id && !isLongId(row.id))).toBe(true)
  })

  test('stand where the product would bring them itself: turns of trainings and progress', async () => {
    const store = await emptyStore()
    const generated = await generateDistricts(store, { ...SIZE, seed: 2, now, passwordHash: '' })

    for (const { slug } of generated) {
      const district = (await findDistrict(store.read, slug))!
      const trainings = await store.read
        .select({ id: mandates.id })
        .from(mandates)
        .where(eq(mandates.districtId, district.id))
      for (const { id } of trainings) {
        const { kept } = await store.write((tx) =>
          keepMandate(writeScopeOf(tx, district, OPERATOR, now), id, null, 1000),
        )
        expect(kept).toEqual({ opened: 0, met: 0, missed: 0, ended: 0 })
      }
      expect(trainings).toHaveLength(2)
      expect(await rebuildProgress(store, slug, now)).toMatchObject({ differed: 0 })
    }
  })

  test('have people who can sign in with the password that is told', async () => {
    const url = await bareDatabase()
    const { districts: generated } = await generate(url, { ...SIZE, seed: 1 }, () => {}, now)
    const store = await opened(url)

    const { principals, administrator } = generated[0]!
    for (const email of [administrator, principals[0]!]) {
      const [account] = await store.read
        .select({ hash: schema.users.passwordHash })
        .from(schema.userEmails)
        .innerJoin(schema.users, eq(schema.users.id, schema.userEmails.userId))
        .where(eq(schema.userEmails.email, email))
      expect(await isPasswordOf(account!.hash, GENERATED_PASSWORD)).toBe(true)
    }
  })
})

describe('generating is refused', () => {
  test('where there are districts, which stay as they are', async () => {
    const store = await openTestStore()
    const before = await store.read.select().from(districts)

    const refused = generate(store.url, { ...SIZE, seed: 1 }, () => {}, now)

    await expect(refused).rejects.toThrow('This database has districts already.')
    expect(await store.read.select().from(districts)).toEqual(before)
  })

  test('where there is not a school for each district', async () => {
    const url = await bareDatabase()

    const refused = generate(url, { ...SIZE, schools: 2, seed: 1 }, () => {}, now)

    await expect(refused).rejects.toThrow('Each district needs a school')
  })

  test('after it was stopped halfway, and nothing else opens that database either', async () => {
    const url = await bareDatabase()
    const stopped = load(url, MIGRATIONS, () => Promise.reject(new Error('stopped')))
    await expect(stopped).rejects.toThrow('stopped')

    const refused = generate(url, { ...SIZE, seed: 1 }, () => {}, now)

    await expect(refused).rejects.toThrow('filled only halfway: throw this database away')
  })
})
