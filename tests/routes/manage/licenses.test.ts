import { describe, expect, it } from 'vitest'
import { licenses } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { eq } from '#db/query.server'
import { paths, uploadLimit } from '~/http/paths'
import * as preview from '~/routes/manage/licenses/import'
import * as list from '~/routes/manage/licenses/index'
import * as handIn from '~/routes/manage/licenses/new-import'
import * as rejected from '~/routes/manage/licenses/rejected'
import { openTestStore, type TestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { cora, ida, rosa } = northside
const url = paths.newLicenseImport(northside)

const GOOD = `${cora.email},MA,professional,Physics 8–12,2029-06-30,771`
const BAD = 'nobody@northside.example,MA,professional,,,=1+1'
const fileOf = (...rows: string[]) =>
  new File([['email,jurisdiction,kind,area,expires_on,number', ...rows].join('\n')], 'office.csv')

/** Hands a file in. @returns where its preview is */
async function handInRows(store: TestStore, ...rows: string[]) {
  const answer = await send(handIn, { store, as: rosa, url, form: { file: fileOf(...rows) } })
  const id = answer.redirect!.split('/').at(-1)!
  return { as: rosa, url: paths.licenseImport(northside, id), params: { import: id } }
}

const corasLicenses = (store: TestStore) =>
  forDistrict(store.read, northside.id).count(licenses, eq(licenses.memberId, cora.id))

describe('the licenses of the district', () => {
  const listUrl = paths.managedLicenses(northside)

  it('are shown to administrators and auditors, the next to expire first, without numbers', async () => {
    const store = await openTestStore()

    const administrator = await visit(list, { store, as: rosa, url: listUrl })
    const auditor = await visit(list, { store, as: ida, url: listUrl })

    const people = administrator.body.licenses.rows.map(({ person }: { person: string }) => person)
    expect(people).toEqual(['Nora Novak', 'Ben Brooks', 'Omar Osei', 'Ana Álvarez', 'Ana Álvarez'])
    expect(administrator.body.licenses.can.import).toBe(true)
    expect(auditor.body.licenses.can.import).toBe(false)
    expect(JSON.stringify(administrator.body)).not.toContain('482913')
  })

  it.each([
    ['standing=soon', ['Ben Brooks']],
    ['standing=expired', []],
    ['standing=extended', ['Nora Novak']],
    ['name=alvarez', ['Ana Álvarez', 'Ana Álvarez']],
    ['name=nobody', []],
  ])('are narrowed by %s', async (query, people) => {
    const store = await openTestStore()

    const { body } = await visit(list, { store, as: rosa, url: `${listUrl}?${query}` })

    expect(body.licenses.rows.map(({ person }: { person: string }) => person)).toEqual(people)
    expect(body.licenses.total).toBe(people.length)
  })
})

describe('an import of licenses', () => {
  it('is looked at first and changes nothing', async () => {
    const store = await openTestStore()
    const page = await handInRows(store, GOOD, BAD)

    const { body } = await visit(preview, { store, ...page })

    expect(body).toMatchObject({
      fileName: 'office.csv',
      preview: {
        counts: { added: 1, changed: 0, unchanged: 0 },
        added: [{ line: 2, person: 'Cora Chen', state: 'Massachusetts', kind: 'Professional' }],
      },
      rejected: { rows: 1, first: [{ row: 3, field: 'email' }] },
    })
    expect(await corasLicenses(store)).toBe(0)
  })

  it('is applied, once, and then forgets the file', async () => {
    const store = await openTestStore()
    const page = await handInRows(store, GOOD, BAD)

    const applied = await send(preview, { store, ...page, form: {} })
    const again = await send(preview, { store, ...page, form: {} })

    expect(applied.redirect).toBe(page.url)
    expect(again.status).toBe(409)
    expect(await corasLicenses(store)).toBe(1)
    const { body } = await visit(preview, { store, ...page })
    expect(body).toMatchObject({ preview: null, outcome: { added: 1 }, rejected: { rows: 1 } })
  })

  it('applies none where that is wished and a row is rejected', async () => {
    const store = await openTestStore()
    const page = await handInRows(store, GOOD, BAD)

    const answer = await send(preview, { store, ...page, form: { allOrNone: 'on' } })

    expect(answer).toHaveFieldError('allOrNone')
    expect(await corasLicenses(store)).toBe(0)
  })

  it('gives the rejected rows back with the reasons, before and after', async () => {
    const store = await openTestStore()
    const page = await handInRows(store, GOOD, BAD)
    const asCsv = () => visit(rejected, { store, ...page, url: `${page.url}/rejected.csv` })

    const before = await asCsv()
    await send(preview, { store, ...page, form: {} })
    const after = await asCsv()

    expect(before.headers.get('Content-Disposition')).toContain('rejected-office.csv')
    expect(before.body).toContain("'=1+1")
    expect(before.body).toContain('Nobody in this district')
    expect(after.body).toEqual(before.body)
  })

  it('has no file of rejected rows where none was rejected', async () => {
    const store = await openTestStore()
    const page = await handInRows(store, GOOD)

    const answer = await visit(rejected, { store, ...page, url: `${page.url}/rejected.csv` })

    expect(answer.status).toBe(404)
  })

  it.each([
    ['no file', undefined],
    ['an empty file', new File([], 'a.csv')],
    ['a file without rows', fileOf()],
    ['a file of other columns', new File(['a,b\n1,2'], 'a.csv')],
  ])('refuses %s and says why', async (_what, file) => {
    const store = await openTestStore()

    const answer = await send(handIn, { store, as: rosa, url, form: { file } })

    expect(answer.status).toBe(422)
    expect(answer).toHaveFieldError('file')
  })

  it('is let through by the host up to a few megabytes', () => {
    expect(uploadLimit(url)).toBe(6 * 1024 * 1024)
    expect(uploadLimit(`${url}/x`)).toBeNull()
  })
})
