import { newId } from '#db/id'
import { eq } from '#db/query.server'
import {
  cycles,
  events,
  licenseEndorsements,
  licenseImports,
  licenses,
  members,
  pinnedRuleSets,
} from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, test } from 'vitest'
import { Forbidden } from '~/domain/errors'
import { applyLicenses } from '~/domain/license-imports/applying.server'
import { applyImport, startImport } from '~/domain/license-imports/importing.server'
import { getImport, getRejections } from '~/domain/license-imports/previewing.server'
import { planLicenses } from '~/domain/license-imports/planning.server'
import { readLicenseFile } from '~/domain/license-imports/reading.server'
import { findOpenCycle } from '~/domain/licenses/cycles.server'
import { listLicenses } from '~/domain/licenses/queries.server'
import { rejectionsCsv } from '~/domain/roster/rejections-csv.server'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_NOW as now } from '../../support/world'

const { ana, ben, cora, mara, rosa, theo } = world.northside

const HEADER =
  'email,sourced_id,staff_id,jurisdiction,kind,class,area,primary,number,issued_on,expires_on,endorsements'

/** Reads a file of these rows and does what it says, as the administrator of the district. */
async function importRows(store: TestStore, ...rows: string[]) {
  const { rows: read } = await readLicenseFile(Buffer.from([HEADER, ...rows].join('\n')))
  const administrator = await asMember(store, rosa)
  return administrator.write(async (scope) => {
    const plan = await planLicenses(scope, 'licenses.csv', read)
    return { ...(await applyLicenses(scope, plan, 'licenses.csv')), rejected: plan.rejected }
  })
}

const coras = `${cora.email},,,MA,Professional,,Physics 8–12,,771,2019-07-01,2029-06-30,`
const licensesOf = async (store: TestStore, person: typeof cora) =>
  listLicenses((await asMember(store, person)).scope, person.id)

describe('an import of licenses', () => {
  test('adds them, makes the first of a state the primary one, and opens its cycle', async () => {
    const store = await openTestStore()
    const second = `${cora.email.toUpperCase()},,,US-MA,professional,,Chemistry,,,,6/30/2029,`
    const carolina = `,northside-theo.tran,,North Carolina,continuing_professional,k5_teacher,,,,,2029-06-30,`

    const outcome = await importRows(store, coras, second, carolina)

    expect(outcome).toEqual({ added: 3, changed: 0, unchanged: 0, rejected: [] })
    const added = await licensesOf(store, cora)
    expect(added.map(({ area, isPrimary, source }) => [area, isPrimary, source])).toEqual([
      ['Physics 8–12', true, 'import'],
      ['Chemistry', false, 'import'],
    ])
    const educator = await asMember(store, cora)
    expect(await findOpenCycle(educator.scope, cora.id, 'US-MA')).toMatchObject({
      licenseId: added[0]!.id,
      startsOn: '2024-07-01',
      endsOn: '2029-06-30',
      ruleSetId: 'us-ma-2017',
    })
    expect(await findOpenCycle(educator.scope, theo.id, 'US-NC')).not.toBeNull()
    expect(await educator.scope.db.count(pinnedRuleSets)).toBe(2)
  })

  test('changes nothing when it is done again', async () => {
    const store = await openTestStore()
    const rows = [coras, `${ben.email},,,MA,professional,,general science 5–8,yes,,,,`]
    await importRows(store, ...rows)
    const before = await store.read.$count(events)

    const again = await importRows(store, ...rows)

    expect(again).toEqual({ added: 0, changed: 0, unchanged: 2, rejected: [] })
    expect(await store.read.$count(events)).toBe(before + 1)
  })

  test('changes what it says otherwise, and leaves alone what it leaves empty', async () => {
    const store = await openTestStore()
    const row = `${ana.email},,,MA,professional,,Mathematics 5–8,,,,2029-07-14,`

    const outcome = await importRows(store, row)

    expect(outcome).toMatchObject({ added: 0, changed: 1 })
    const member = await asMember(store, ana)
    const [license] = await member.scope.db
      .select({ number: licenses.number, expiresOn: licenses.expiresOn })
      .from(licenses)
      .where(eq(licenses.id, world.northside.licenses.primary))
    expect(license).toEqual({ number: '482913', expiresOn: '2029-07-14' })
    expect(await findOpenCycle(member.scope, ana.id, 'US-MA')).toMatchObject({
      id: world.northside.cycles.open,
      endsOn: '2029-07-14',
    })
  })

  test('makes the one primary that it names, and moves the cycle there', async () => {
    const store = await openTestStore()
    const known = `${ana.email},,,MA,professional,,Moderate Disabilities 5–8,yes,,,,`
    const fresh = `${ben.email},,,MA,professional,,Chemistry 8–12,yes,,,2030-06-30,`

    await importRows(store, known, fresh)

    const names = (list: { area: string | null; isPrimary: boolean }[]) =>
      list.map(({ area, isPrimary }) => [area, isPrimary])
    expect(names(await licensesOf(store, ana))).toEqual([
      ['Moderate Disabilities 5–8', true],
      ['Mathematics 5–8', false],
    ])
    expect(names(await licensesOf(store, ben))).toEqual([
      ['Chemistry 8–12', true],
      ['General Science 5–8', false],
    ])
    const member = await asMember(store, ben)
    expect(await findOpenCycle(member.scope, ben.id, 'US-MA')).toMatchObject({
      id: world.northside.cycles.ofBen,
      endsOn: '2030-06-30',
    })
  })

  test('rejects rows one by one, each with everything that is wrong, and applies the others', async () => {
    const store = await openTestStore()
    const rows = [
      coras,
      'nobody@northside.example,,,Bavaria,professional,,,,,,soon,',
      `${world.southside.ana.email},,,MA,professional,,,,,,,`,
      `${cora.email},northside-theo.tran,,MA,professional,,,,,,,`,
      ',,,MA,professional,,,,,,,',
      `${theo.email},,,MA,apprentice,,,,,,,`,
      `${theo.email},,,MA,professional,k5_teacher,,,,,,`,
      `${theo.email},,,,professional,,,,,,,`,
      `${theo.email},,,MA,professional,,,perhaps,,,,`,
      coras,
      `${cora.email},,,MA,professional,,"Phy,,,,,,`,
    ]

    const outcome = await importRows(store, ...rows)

    expect(outcome).toMatchObject({ added: 1 })
    expect(outcome.rejected.map(({ row, field }) => [row, field])).toEqual([
      [3, 'email'],
      [3, 'jurisdiction'],
      [3, 'expires_on'],
      [4, 'email'],
      [5, 'email'],
      [6, 'email'],
      [7, 'kind'],
      [8, 'class'],
      [9, 'jurisdiction'],
      [10, 'primary'],
      [11, 'area'],
      [12, null],
    ])
    const [rejections] = rejectionsCsv(outcome.rejected)
    expect(rejections!.csv).toContain('reason')
    expect(rejections!.csv).toContain('Nobody in this district has the email')
  })

  test('keeps nothing of columns it does not know, and says which they are', async () => {
    const store = await openTestStore()
    const administrator = await asMember(store, rosa)
    const columns = `Pet,${HEADER},,reason`
    const bytes = Buffer.from(`${columns}\nRex the dog,${cora.email},,,MA,apprentice,,,,,,,,,Old`)

    const id = await administrator.write(startImport, { name: 'a.csv', bytes })

    expect(await administrator.read(getImport, id)).toMatchObject({ leftOut: ['Pet'] })
    const kept = JSON.stringify(
      await administrator.scope.db.select({ all: licenseImports.content }).from(licenseImports),
    )
    expect(kept).toContain(cora.email)
    expect(kept).not.toContain('Rex')
    const { csv } = await administrator.read(getRejections, id)
    expect(csv).not.toMatch(/Rex|Pet/)
    await expect(administrator.write(applyImport, id, { allOrNone: false })).resolves.toMatchObject(
      { added: 0 },
    )
  })

  test.each(['ssn', 'SSN', 'Social Security Number', 'employee-ssn', 'soc sec no'])(
    'refuses a file with the column %s',
    async (header) => {
      const store = await openTestStore()
      const administrator = await asMember(store, rosa)
      const bytes = Buffer.from(`${HEADER},${header}\n${coras},123-45-6789`)

      const attempt = administrator.write(startImport, { name: 'a.csv', bytes })

      await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field: 'file' })
      expect(await administrator.scope.db.count(licenseImports)).toBe(0)
    },
  )

  test('touches no other district', async () => {
    const store = await openTestStore()
    const count = () => forDistrict(store.read, world.southside.id).count(licenses)
    const before = await count()

    await importRows(store, coras)

    expect(await count()).toBe(before)
  })

  test('says of a row everything that is wrong, and what would be right', async () => {
    const store = await openTestStore()
    const person = `${cora.email},,`
    const known =
      'Teacher, kindergarten to grade 5; Teacher, grades 6 to 12; Student services; Administrator'

    const { rejected } = await importRows(
      store,
      `${person},NC,Licensed,Principal,,maybe,,,2099-06-30,reading;esl`,
      `${person},NY,Professional,,,,,1850-01-01,2090-01-01,`,
      `${person},MA,,,,,,1/2,2029-06-30,`,
    )

    expect(rejected.map(({ row, field, message }) => `${row} ${field}: ${message}`)).toEqual([
      '2 primary: “maybe” is neither yes nor no.',
      '2 expires_on: Choose a day within 30 years. Check the year.',
      '2 kind: North Carolina has these kinds of license: Continuing Professional; Lifetime.',
      `2 class: The rules of North Carolina know no class “Principal”. There are: ${known}.`,
      '2 endorsements: The rules of North Carolina know no endorsement “reading”, “esl”. Leave it empty.',
      '3 issued_on: That is very long ago. Check the year.',
      '3 expires_on: Choose a day within 30 years. Check the year.',
      '3 kind: New York has these kinds of license: Professional, classroom teacher; Professional, educational leader; Teaching Assistant Level III; Permanent; Initial; Pupil personnel services.',
      '4 issued_on: “1/2” is no day. Write it like 2027-06-30.',
      '4 kind: Massachusetts has these kinds of license: Professional; Initial; Provisional.',
    ])
  })

  test('keeps what a state without rules calls its licenses, and the endorsements it knows', async () => {
    const store = await openTestStore()
    const row = `${cora.email},,,Nevada,Teaching License,,,,,,2028-01-31,reading;esl`

    await importRows(store, row)

    const member = await asMember(store, cora)
    expect(await licensesOf(store, cora)).toMatchObject([
      { kind: 'Teaching License', endorsements: ['esl', 'reading'], isPrimary: true },
    ])
    expect(await member.scope.db.count(cycles, eq(cycles.memberId, cora.id))).toBe(0)
    expect(await member.scope.db.count(licenseEndorsements)).toBe(2)
  })

  test('takes 4,000 rows', { timeout: 60_000 }, async () => {
    const store = await openTestStore()
    const people = Array.from({ length: 4000 }, (_, at) => ({
      id: newId(),
      givenName: 'Rae',
      familyName: `Rivers ${at}`,
      sortName: `rivers ${at} rae`,
      identifier: `S${at}`,
      createdAt: now,
    }))
    await store.write((tx) => forDistrict(tx, world.northside.id).insertMany(members, people))
    const rows = people.map(
      ({ identifier }) => `,,${identifier},MA,professional,,Grade ${identifier},,,,2029-06-30,`,
    )
    const first = await importRows(store, ...rows)
    const second = await importRows(store, ...rows)

    expect(first).toMatchObject({ added: 4000, rejected: [] })
    expect(second).toMatchObject({ added: 0, unchanged: 4000 })
    expect(await forDistrict(store.read, world.northside.id).count(cycles)).toBeGreaterThan(4000)
  })
})

test('an import is for administrators', async () => {
  const store = await openTestStore()
  const principal = await asMember(store, mara)

  const attempt = principal.write(async (scope) => {
    const plan = await planLicenses(scope, 'licenses.csv', [])
    return applyLicenses(scope, plan, 'licenses.csv')
  })

  await expect(attempt).rejects.toThrow(Forbidden)
})
