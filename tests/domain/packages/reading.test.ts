import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { newId } from '#db/id'
import { NotFound } from '~/domain/errors'
import { getCycle } from '~/domain/licenses/cycles.server'
import { applyImport, keepRead, previewImport } from '~/domain/packages/importing.server'
import { listBrought } from '~/domain/brought/queries.server'
import { drawSample } from '~/domain/renewal-lists/sample.server'
import { sampleCsv } from '~/domain/renewal-lists/csv.server'
import { recordPackage } from '~/domain/packages/format.server'
import { takePackage } from '~/domain/packages/taking.server'
import { textOf } from '../../support/csv'
import { openTestStore, type TestStore } from '../../support/database'
import { memoryFiles } from '../../support/files'
import { asMember, type TestMember } from '../../support/members'
import { packageOf, read, zipOf } from '../../support/packages'
import { world } from '../../support/world'

const { northside, southside } = world
const NOTHING = { files: false, students: false, numbers: false }

let store: TestStore
let ana: TestMember
let there: TestMember

beforeEach(async () => {
  store = await openTestStore()
  ana = await asMember(store, northside.ana)
  there = await asMember(store, southside.rosa)
})

/** Ana's package with something changed in it, as a zip. */
// oxlint-disable-next-line typescript/no-explicit-any
async function changed(change: (taken: any) => void, files = {}) {
  const taken = JSON.parse(JSON.stringify(await ana.read(takePackage, NOTHING)))
  change(taken)
  return zipOf({ 'record.json': JSON.stringify(taken), ...files })
}

it('is what docs/schemas/package.schema.json says', async () => {
  const taken = await ana.read(takePackage, { files: true, students: true, numbers: true })

  const result = recordPackage.safeParse(JSON.parse(JSON.stringify(taken)))

  expect(result.error?.issues ?? []).toEqual([])
  expect(taken.activities.length).toBeGreaterThan(0)
  expect(taken.ledger.length).toBeGreaterThan(0)
  expect(taken.cycles.every(({ ruleSet }) => ruleSet.revision > 0)).toBe(true)
})

it('has nothing of anybody else', async () => {
  const text = JSON.stringify(await ana.read(takePackage, { ...NOTHING, numbers: true }))

  expect(text).not.toContain(northside.licenses.ofBen)
  expect(text).not.toContain('510277')
})

it.each([
  ['no zip', Buffer.from('no zip at all')],
  ['a zip without a record', 'other.txt'],
])('refuses %s', async (_, content) => {
  const zip = typeof content === 'string' ? await zipOf({ [content]: 'x' }) : content

  await expect(read(zip, there)).rejects.toMatchObject({ name: 'Invalid', field: 'file' })
})

it.each([
  ['another format', { format: 'cairn-record' }],
  ['another version', { version: 2 }],
  ['no district', { district: null }],
  ['no list', { activities: 'many' }],
])('refuses a record with %s', async (_, wrong) => {
  const zip = await changed((taken) => Object.assign(taken, wrong))

  await expect(read(zip, there)).rejects.toMatchObject({ name: 'Invalid', field: 'file' })
})

it('refuses a record that unpacks to more than any can hold', async () => {
  const zip = await zipOf({ 'record.json': Buffer.alloc(33 * 1024 * 1024, ' ') })

  await expect(read(zip, there)).rejects.toMatchObject({ name: 'Invalid', field: 'file' })
})

it('tells what is wrong with a row, and brings the others', async () => {
  const whole = await read(await packageOf(ana), there)
  const [first] = whole.rows
  const zip = await changed(({ activities }) => {
    const row = activities.find(({ id }: { id: string }) => id === first!.id)
    Object.assign(row, { minutes: -5 })
  })

  const damaged = await read(zip, there)

  expect(damaged.rows).toHaveLength(whole.rows.length - 1)
  expect(damaged.faults).toEqual([
    { kind: 'activity', title: first!.title, reason: expect.stringMatching(/^minutes: .+\.$/) },
  ])
})

it('brings a row that is in the package twice once', async () => {
  const zip = await changed(({ activities }) => activities.push(activities[0]))
  const whole = await read(await packageOf(ana), there)

  const twice = await read(zip, there)

  expect(twice.rows).toHaveLength(whole.rows.length)
})

const PDF = '%PDF-1.4 of somebody else'

/** A file as a package names it. */
const proofOf = (id: string, given: object = {}) => ({
  id,
  kind: 'file',
  name: 'certificate.pdf',
  content: null,
  mediaType: 'application/pdf',
  bytes: PDF.length,
  sha256: createHash('sha256').update(PDF).digest('hex'),
  strength: 'document',
  mayShowStudents: false,
  file: `files/${id}`,
  ...given,
})

const approvedOf = (rows: { status: string; evidence?: object[] }[]) =>
  rows.find(({ status }) => status === 'approved')!

it('stores a file once, however many pieces of evidence name it', async () => {
  const files = memoryFiles()
  const [first, second] = [newId(), newId()]
  const zip = await changed(
    ({ activities }) => {
      const again = proofOf(second, { file: `files/${first}` })
      approvedOf(activities).evidence = [proofOf(first), again, proofOf(first)]
    },
    { [`files/${first}`]: PDF },
  )

  const { faults, files: kept, rows } = await read(zip, there, files)

  expect(Object.keys(kept)).toEqual([first])
  expect(files.contents.size).toBe(1)
  expect(faults.map(({ kind }) => kind)).toEqual(['file', 'file'])
  expect(rows.flatMap(({ evidence }) => evidence).filter((it) => it.id === first)).toHaveLength(1)
})

it('refuses a file whose content is not what the record says', async () => {
  const files = memoryFiles()
  const id = newId()
  const zip = await changed(
    ({ activities }) => {
      approvedOf(activities).evidence = [proofOf(id, { sha256: 'a'.repeat(64) })]
    },
    { [`files/${id}`]: PDF },
  )

  const { faults, files: kept } = await read(zip, there, files)

  expect(kept).toEqual({})
  expect(faults).toEqual([
    { kind: 'file', title: 'certificate.pdf', reason: expect.stringContaining('SHA-256') },
  ])
  expect(files.contents.size).toBe(0)
})

it('never takes rules out of a package: a cycle under unknown ones stays behind', async () => {
  const zip = await changed(({ cycles }) => {
    for (const cycle of cycles) cycle.ruleSet = { id: 'us-ma-2017', revision: 4711 }
  })
  const id = await there.write(keepRead, 'x.zip', await read(zip, there))

  const { read: preview } = await there.read(previewImport, id)

  expect(preview?.cycles).toEqual([])
  expect(preview?.licenses.length).toBeGreaterThan(0)
  expect(preview?.faults.map(({ kind }) => kind)).toContain('cycle')
})

it('brings a closed cycle with the licenses that were judged in it', async () => {
  const id = await there.write(keepRead, 'x.zip', await read(await packageOf(ana), there))

  const outcome = await there.write(applyImport, id, { licenses: true, isMine: true })

  expect(outcome).toMatchObject({ licenses: 2, cycles: 2 })
  const before = await ana.read(getCycle, northside.cycles.closed)
  const after = await there.read(getCycle, northside.cycles.closed)
  expect(after.licenses).toEqual(before.licenses)
  expect(after.licenses).toMatchObject([{ id: northside.licenses.primary, isPrimary: true }])
})

it.each([
  ['a closed cycle without its licenses', 'closed' as const, null],
  ['an open cycle with licenses of its own', 'open' as const, []],
])('refuses %s', async (_, which, judgedLicenses) => {
  const zip = await changed(({ cycles }) => {
    const cycle = cycles.find(({ id }: { id: string }) => id === northside.cycles[which])
    Object.assign(cycle, { judgedLicenses })
  })
  const id = await there.write(keepRead, 'x.zip', await read(zip, there))

  const { read: preview } = await there.read(previewImport, id)

  expect(preview?.cycles).toHaveLength(1)
  expect(preview?.faults).toMatchObject([{ kind: 'cycle' }])
})

it.each([
  ['of a day to come', { startedOn: '2031-01-01', endedOn: '2031-01-02' }],
  ['that ends before it begins', { startedOn: '2026-03-02', endedOn: '2026-03-01' }],
  ['of which more was counted than it took', { minutes: 60, countedMinutes: 9_999_999 }],
  ['that counts without any time', { minutes: null, countedMinutes: 60 }],
])('refuses a row %s', async (_, wrong) => {
  const id = northside.activities.approved
  const zip = await changed(({ activities }) =>
    Object.assign(
      activities.find((row: { id: string }) => row.id === id),
      wrong,
    ),
  )
  const uploaded = await there.write(keepRead, 'x.zip', await read(zip, there))

  const { read: preview } = await there.read(previewImport, uploaded)
  await there.write(applyImport, uploaded, { licenses: false, isMine: true })

  expect(preview?.faults).toMatchObject([{ kind: 'activity' }])
  expect(preview?.rows.length).toBeGreaterThan(0)
  const brought = await listBrought(there.scope, there.actor.id)
  expect(brought).toHaveLength(preview!.rows.length)
  expect(brought.map((row) => row.id)).not.toContain(id)
})

it('puts what was brought into the audit sample, whatever strength it says it has', async () => {
  const zip = await changed(({ activities }) => {
    const row = activities.find(({ id }: { id: string }) => id === northside.activities.approved)
    const claim = { providerKind: null, credit: null, amountThousandths: null, courseLevel: null }
    const said = { ...claim, topic: 'AI', proof: 'product', isAligned: null, shares: [] }
    Object.assign(row, { strength: 'signed_by_provider', claim: said })
    Object.assign(row, { minutes: 720, countedMinutes: 720 })
  })
  const id = await there.write(keepRead, 'x.zip', await read(zip, there))
  await there.write(applyImport, id, { licenses: true, isMine: true })

  const drawn = { seed: 'x', size: 100 }
  const { rows } = await there.read(drawSample, drawn)

  expect(rows.find((row) => row.id === northside.activities.approved)).toMatchObject({
    isSelfReported: false,
    from: northside.name,
  })
  expect(await textOf(await there.read(sampleCsv, drawn))).toContain(northside.name)
})

const FAR = '9999-12-31'

it.each([
  ['ends in another age', { endsOn: FAR, earnUntilOn: FAR }],
  ['begins in another age', { startsOn: '1066-10-14' }],
  ['ends before it begins', { endsOn: '2020-01-01', earnUntilOn: '2020-01-01' }],
  ['is extended to a day before its end', { extendedToOn: '2024-01-01' }],
  ['is extended for ever', { extendedToOn: FAR }],
  ['lets credit be earned long after it', { earnUntilOn: FAR }],
  ['was renewed and is open', { renewedOn: '2026-01-05' }],
])('refuses a cycle that %s', async (_, wrong) => {
  const zip = await changed(({ cycles }) => Object.assign(openOf(cycles), wrong))
  const id = await there.write(keepRead, 'x.zip', await read(zip, there))

  const { read: preview } = await there.read(previewImport, id)
  await there.write(applyImport, id, { licenses: true, isMine: true })

  expect(preview?.cycles.map((it) => it.id)).toEqual([northside.cycles.closed])
  expect(preview?.faults).toMatchObject([{ kind: 'cycle' }])
  await expect(there.read(getCycle, northside.cycles.open)).rejects.toThrow(NotFound)
})

const openOf = (cycles: { id: string }[]) => cycles.find(({ id }) => id === northside.cycles.open)!

it('leaves behind what nobody could have attested in a cycle', async () => {
  const omar = await asMember(store, northside.omar)
  const taken = JSON.parse(JSON.stringify(await omar.read(takePackage, NOTHING)))
  const { facts, startsOn } = taken.cycles[0]
  const fact = { kind: 'attestation', code: 'banana', heldOn: '2030-01-01', attestedBy: 'x' }
  facts.push(fact, fact, { ...fact, kind: 'fact', heldOn: startsOn })
  const zip = await zipOf({ 'record.json': JSON.stringify(taken) })
  const id = await there.write(keepRead, 'x.zip', await read(zip, there))

  const { read: preview } = await there.read(previewImport, id)
  await there.write(applyImport, id, { licenses: true, isMine: true })

  expect(preview?.faults).toHaveLength(2)
  expect((await there.read(getCycle, northside.cycles.ofOmar)).facts).toEqual([])
})

it('leaves licenses alone where there are some of the same state', async () => {
  const southAna = await asMember(store, southside.ana)
  const id = await southAna.write(keepRead, 'x.zip', await read(await packageOf(ana), southAna))

  const preview = await southAna.read(previewImport, id)
  const outcome = await southAna.write(applyImport, id, { licenses: true, isMine: true })

  expect(preview.read?.licenses).toEqual([])
  expect(preview.read?.isMine).toBe(true)
  expect(outcome).toMatchObject({ licenses: 0, cycles: 0 })
})

it('holds a career of 4,000 rows', async () => {
  const zip = await changed(({ activities }) => {
    const row = activities.find(({ status }: { status: string }) => status === 'approved')
    for (let at = 0; at < 4000; at++) activities.push({ ...row, id: newId(), evidence: [] })
  })
  const id = await there.write(keepRead, 'x.zip', await read(zip, there))

  const outcome = await there.write(applyImport, id, { licenses: false, isMine: true })

  expect(outcome.rows).toBeGreaterThan(4000)
}, 60_000)
