import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { events } from '#db/schema'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importLicenseFile } from '~/cli/licenses'
import { listLicenses } from '~/domain/licenses/queries.server'
import { openTestStore, type TestStore } from '../support/database'
import { asMember } from '../support/members'
import { world, WORLD_NOW as now } from '../support/world'

const { cora } = world.northside

const HEADER = 'email,jurisdiction,kind,area,expires_on'
const GOOD = `${cora.email},MA,professional,Physics 8–12,2029-06-30`
const BAD = 'nobody@northside.example,MA,professional,,'

/** A file in a folder that goes away when the test has finished. */
function fileOf(...rows: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-licenses-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'licenses.csv')
  writeFileSync(path, [HEADER, ...rows].join('\n'))
  return path
}

const licensesOf = async (store: TestStore) =>
  listLicenses((await asMember(store, cora)).scope, cora.id)

describe('cairn licenses import', () => {
  test('applies the good rows and tells of the others', async () => {
    const store = await openTestStore()

    const outcome = await importLicenseFile(store, 'northside', fileOf(GOOD, BAD), { now })

    expect(outcome).toMatchObject({ applied: true, added: 1, changed: 0, unchanged: 0 })
    expect(outcome.rejected).toMatchObject([{ file: 'licenses.csv', row: 3, field: 'email' }])
    expect(await licensesOf(store)).toMatchObject([{ area: 'Physics 8–12', source: 'import' }])
  })

  test('applies none where that is asked for and a row is rejected', async () => {
    const store = await openTestStore()
    const file = fileOf(GOOD, BAD)

    const outcome = await importLicenseFile(store, 'northside', file, { now, allOrNone: true })

    expect(outcome).toMatchObject({ applied: false, added: 1 })
    expect(await licensesOf(store)).toEqual([])
  })

  test('is a dry run where that is asked for', async () => {
    const store = await openTestStore()
    const before = await store.read.$count(events)

    const outcome = await importLicenseFile(store, 'northside', fileOf(GOOD), {
      now,
      dryRun: true,
    })

    expect(outcome).toMatchObject({ applied: false, added: 1 })
    expect(await licensesOf(store)).toEqual([])
    expect(await store.read.$count(events)).toBe(before)
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['email,kind\nx,y', 'no column jurisdiction'],
    ['jurisdiction,kind\nMA,y', 'no column email'],
    ['email,email,jurisdiction,kind\n', 'twice'],
    ['', 'no column email'],
  ])('%j is refused: %s', async (text, reason) => {
    const store = await openTestStore()
    const path = fileOf()
    writeFileSync(path, text)

    const attempt = importLicenseFile(store, 'northside', path, { now })

    await expect(attempt).rejects.toThrow(reason)
  })

  test('nor a file or a district that is not there', async () => {
    const store = await openTestStore()

    await expect(importLicenseFile(store, 'northside', '/nowhere.csv')).rejects.toThrow(
      'There is no file',
    )
    await expect(importLicenseFile(store, 'nowhere', fileOf())).rejects.toThrow(
      'There is no district',
    )
  })
})
