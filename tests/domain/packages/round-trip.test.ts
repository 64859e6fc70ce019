import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import fc from '../../support/property'
import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { broughtRows, cycles, evidence, ledgerEntries, licenses, members } from '#db/schema'
import { beforeEach, expect, it } from 'vitest'
import { addDays, addMonths } from '~/domain/calendar'
import { getEvidence } from '~/domain/evidence/queries.server'
import { getCycle } from '~/domain/licenses/cycles.server'
import { recordAttestation } from '~/domain/licenses/attesting.server'
import { addLicense } from '~/domain/licenses/adding.server'
import { getRecord } from '~/domain/record/record.server'
import { evaluateCycle } from '~/domain/renewal/cycle-evaluation'
import { rowOf } from '~/domain/renewal/row'
import { sourcesOf } from '~/domain/renewal/sources.server'
import type { Scope, WriteScope } from '~/domain/scope.server'
import { getTranscript } from '~/domain/transcripts/transcript.server'
import { transcriptCsv } from '~/domain/transcripts/csv.server'
import { printedTranscript } from '~/domain/transcripts/printed'
import { applyImport, keepRead, previewImport } from '~/domain/packages/importing.server'
import { claimOnSending } from '../../support/claims'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { memoryFiles } from '../../support/files'
import { asMember, type TestMember } from '../../support/members'
import { packageOf, read } from '../../support/packages'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'
import { license } from '../licenses/given'

const { northside, southside } = world

let store: TestStore
let cora: TestMember
let newcomer: TestMember

beforeEach(async () => {
  store = await openTestStore()
  cora = await asMember(store, northside.cora)
  newcomer = await asMember(store, southside.cora)
})

/** Everything an evaluation says, in a form to compare. */
async function evaluation(scope: Scope, id: string) {
  const cycle = await getCycle(scope, id)
  const found = await sourcesOf(scope, [scope.actor.id], {
    first: cycle.startsOn,
    last: cycle.endsOn,
  })
  const rows = (found.get(scope.actor.id) ?? []).map((it) =>
    rowOf(it, cycle.jurisdiction, undefined),
  )
  const { ofDistrict: _, ...said } = evaluateCycle(cycle, { rows, asOf: WORLD_TODAY })
  return said
}

async function bring(member: TestMember, zip: Buffer, choices = { licenses: true, isMine: true }) {
  const id = await member.write(keepRead, 'cora.zip', await read(zip, member))
  return member.write(applyImport, id, choices)
}

const pdf = (content: string) => Readable.from([Buffer.from(`%PDF-1.4\n${content}`)])

type Learned = {
  kind: 'activity' | 'completion' | 'award'
  standing: 'approved' | 'waiting' | 'returned'
  minutes: number
  daysAgo: number
  topic: string | null
  proof: 'certificate' | 'product' | 'attendance_log' | null
  category: 'content' | 'pedagogy' | 'elective' | null
  isPart: boolean
  credit: 'semester_hour' | null
  link: boolean
}

const learned: fc.Arbitrary<Learned> = fc.record({
  kind: fc.constantFrom('activity', 'completion', 'award'),
  standing: fc.constantFrom('approved', 'approved', 'waiting', 'returned'),
  minutes: fc.integer({ min: 15, max: 900 }),
  daysAgo: fc.integer({ min: 1, max: 700 }),
  topic: fc.constantFrom('UDL', 'AI literacy', null),
  proof: fc.constantFrom('certificate', 'product', 'attendance_log', null),
  category: fc.constantFrom('content', 'pedagogy', 'elective', null),
  isPart: fc.boolean(),
  credit: fc.constantFrom('semester_hour', null),
  link: fc.boolean(),
})

/** Writes what somebody has learned, as it is in the tables. */
async function learn(scope: WriteScope, given: Learned) {
  const day = addDays(scope.today, -given.daysAgo)
  const kind = given.kind === 'award' && !given.credit ? 'activity' : given.kind
  const id = await write(scope, kind, given, day)
  if (given.link) {
    const of = { activity: 'activityId', completion: 'completionId', award: 'awardId' }[kind]
    await scope.db.insert(evidence).values({
      id: newId(),
      memberId: scope.actor.id,
      [of]: id,
      kind: 'link',
      name: 'example.org',
      content: 'https://example.org/certificate',
      strength: 'document',
      mayShowStudents: false,
      createdAt: scope.now,
    })
  }
  const category = given.category && `US-MA/${given.category}`
  const isPart = given.isPart && !given.credit && category
  await claimOnSending(scope, kind, id, {
    claims: true,
    topic: given.topic ?? undefined,
    proof: given.proof ?? undefined,
    credit: given.credit ?? undefined,
    amount: given.credit ? 1500 : undefined,
    fits: category && !isPart ? [category] : [],
    parts: isPart
      ? [{ category, part: { minutes: Math.ceil(given.minutes / 2), thousandths: 0 } }]
      : [],
  })
}

async function write(
  scope: WriteScope,
  kind: Learned['kind'],
  { standing, minutes }: Learned,
  day: string,
) {
  const reviewerId = northside.mara.id
  const title = `${standing} ${kind}`
  if (kind === 'award') {
    const verification = standing === 'approved' ? 'verified_by_person' : 'not_verified'
    const award = await make.award(scope, { title, awardedOn: day, verification })
    return award.id
  }
  if (kind === 'completion') {
    const made = { title, minutes, completedOn: day, status: standing }
    const completion = await make.completion(scope, made)
    if (standing === 'approved') {
      const booked = { completionId: completion.id, minutes, earnedOn: day }
      await make.ledgerEntry(scope, booked)
    }
    return completion.id
  }
  const made = { title, minutes, startedOn: day }
  if (standing === 'approved') {
    const { activity } = await make.approvedActivity(scope, { ...made, reviewerId })
    return activity.id
  }
  const status = standing === 'waiting' ? ('submitted' as const) : standing
  const activity = await make.activity(scope, { ...made, status })
  return activity.id
}

it('is judged in the other district as it was before, whatever was learned', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(learned, { maxLength: 12 }), async (rows) => {
      const fresh = await openTestStore()
      const before = await asMember(fresh, northside.cora)
      const after = await asMember(fresh, southside.rosa)
      const { cycleId } = await before.write(addLicense, license())
      for (const row of rows) await before.write(learn, row)

      await bring(after, await packageOf(before))

      expect(await after.read(evaluation, cycleId!)).toEqual(
        await before.read(evaluation, cycleId!),
      )
    }),
    { numRuns: 12 },
  )
}, 60_000)

it('changes nothing when it is brought twice', async () => {
  await cora.write(addLicense, license())
  await cora.write(make.approvedActivity, { reviewerId: northside.mara.id })
  const zip = await packageOf(cora)
  const first = await bring(newcomer, zip)
  const count = () =>
    Promise.all(
      [broughtRows, licenses, cycles, evidence].map((table) => newcomer.scope.db.count(table)),
    )
  const before = await count()

  const second = await bring(newcomer, zip)

  expect(first).toMatchObject({ from: northside.name, licenses: 1, cycles: 1 })
  expect(first.rows).toBeGreaterThan(0)
  expect(second).toMatchObject({ rows: 0, licenses: 0, cycles: 0 })
  expect(await count()).toEqual(before)
})

it('books nothing: hours that were earned elsewhere are in no sum of this district', async () => {
  await cora.write(make.approvedActivity, { reviewerId: northside.mara.id, minutes: 300 })
  const before = await newcomer.scope.db.count(ledgerEntries)
  const hours = (await newcomer.read(getRecord, southside.cora.id)).years

  await bring(newcomer, await packageOf(cora))

  const record = await newcomer.read(getRecord, southside.cora.id)
  expect(await newcomer.scope.db.count(ledgerEntries)).toBe(before)
  expect(record.years).toEqual(hours)
  expect(record.brought).toContainEqual(
    expect.objectContaining({
      countedMinutes: 300,
      standing: 'approved',
      from: { slug: 'northside', name: northside.name },
      decidedBy: northside.mara.name,
    }),
  )
})

it('says on the transcript who approved it, and where', async () => {
  const { cycleId } = await cora.write(addLicense, license())
  await cora.write(learn, {
    kind: 'activity',
    standing: 'approved',
    minutes: 900,
    daysAgo: 5,
    topic: 'UDL',
    proof: 'product',
    category: 'content',
    isPart: false,
    credit: null,
    link: true,
  })
  await bring(newcomer, await packageOf(cora))

  const transcript = await newcomer.read(getTranscript, cycleId!, false)

  const at = transcript.columns.findIndex(({ code }) => code === 'approved_on')
  const row = transcript.rows.find(({ cells }) => cells[0] === 'approved activity')
  const note = `Brought from ${northside.name}, not signed`
  expect(row?.cells[at]).toBe(WORLD_TODAY)
  expect(row?.note).toBe(note)
  expect(JSON.stringify(printedTranscript(transcript, WORLD_NOW))).toContain(note)
  const lines = parse(transcriptCsv(transcript), { bom: true, columns: true }) as object[]
  expect(lines).toContainEqual(expect.objectContaining({ id: row?.id, note }))
  expect(transcript.district).toBe(southside.name)
})

it('keeps what was attested', async () => {
  const georgia = license({ jurisdiction: 'US-GA', kind: 'professional', issuedOn: '2024-07-01' })
  const { cycleId } = await cora.write(addLicense, georgia)
  const attested = { code: 'plg_plp', heldOn: '2026-09-01', attestedBy: 'Ms. Ortiz' }
  await cora.write(recordAttestation, cycleId!, attested)

  await bring(newcomer, await packageOf(cora))

  const { facts } = await newcomer.read(getCycle, cycleId!)
  expect(facts).toMatchObject([{ kind: 'attestation', ...attested }])
})

it('leaves licenses and numbers behind unless they are asked for', async () => {
  await cora.write(addLicense, license({ number: '777777' }))
  const plain = await packageOf(cora)
  const numbered = await packageOf(cora, { numbers: true })

  const outcome = await bring(newcomer, numbered, { licenses: false, isMine: true })

  expect((await read(plain, cora)).licenses[0]?.number).toBeNull()
  expect((await read(numbered, cora)).licenses[0]?.number).toBe('777777')
  expect(outcome).toMatchObject({ licenses: 0, cycles: 0 })
  expect(await newcomer.scope.db.count(licenses, eq(licenses.memberId, southside.cora.id))).toBe(0)
})

it('keeps the districts apart when it goes on to a third one, or comes home', async () => {
  await cora.write(make.approvedActivity, { reviewerId: northside.mara.id, title: 'At Northside' })
  await bring(newcomer, await packageOf(cora))
  const goingOn = await packageOf(newcomer)

  const home = await bring(cora, goingOn)

  const { rows } = await read(goingOn, newcomer)
  const carried = rows.find(({ title }) => title === 'At Northside')
  expect(carried?.from.slug).toBe('northside')
  expect(carried?.decidedBy).toBe(northside.mara.name)
  const own = eq(broughtRows.memberId, northside.cora.id)
  expect(await cora.scope.db.count(broughtRows, own)).toBe(home.rows)
  expect(
    (await cora.read(getRecord, northside.cora.id)).brought.map((it) => it.title),
  ).not.toContain('At Northside')
})

it('brings files whose digest is right, and those that may show students by a second choice', async () => {
  const files = memoryFiles()
  const { activity } = await cora.write(make.approvedActivity, { reviewerId: northside.mara.id })
  const plain = await attach(activity.id, false)
  const shown = await attach(activity.id, true)

  async function attach(activityId: string, mayShowStudents: boolean) {
    const stored = await files.store(cora.district.id, pdf(mayShowStudents ? 'b' : 'a'))
    await cora.write(async (scope) => {
      await scope.db.insert(evidence).values({
        ...stored,
        name: 'certificate.pdf',
        memberId: cora.actor.id,
        activityId,
        kind: 'file',
        strength: 'document',
        mayShowStudents,
        createdAt: scope.now,
      })
    })
    return stored
  }

  const there = memoryFiles()
  const without = await read(await packageOf(cora, {}, files), newcomer)
  const some = await read(await packageOf(cora, { files: true }, files), newcomer)
  const all = await read(
    await packageOf(cora, { files: true, students: true }, files),
    newcomer,
    there,
  )

  expect(Object.keys(without.files)).toEqual([])
  expect(Object.keys(some.files)).toEqual([plain.id])
  expect(Object.keys(all.files).toSorted()).toEqual([plain.id, shown.id].toSorted())
  expect(all.faults).toEqual([])
  const id = await newcomer.write(keepRead, 'x.zip', all)
  expect(await newcomer.write(applyImport, id, { licenses: false, isMine: true })).toMatchObject({
    files: 2,
  })
  expect(there.contents.size).toBe(2)
})

it('is for its owner, within a day, and not for an auditor', async () => {
  const zip = await packageOf(cora)
  const id = await newcomer.write(keepRead, 'x.zip', await read(zip, newcomer))
  const other = await asMember(store, southside.ben)
  const auditor = await asMember(store, southside.ida)
  const late = await asMember(store, southside.cora, new Date(WORLD_NOW.getTime() + 90_000_000))
  const choices = { licenses: false, isMine: true }

  await expect(other.write(applyImport, id, choices)).rejects.toMatchObject({ name: 'NotFound' })
  await expect(auditor.write(applyImport, id, choices)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(late.write(applyImport, id, choices)).rejects.toMatchObject({ name: 'Conflict' })
  expect(await late.read(previewImport, id)).toMatchObject({ state: 'expired', read: null })
})

it('asks who brings the package of somebody of another name', async () => {
  const zip = await packageOf(cora)
  const other = await asMember(store, southside.ben)
  const id = await other.write(keepRead, 'x.zip', await read(zip, other))

  const attempt = other.write(applyImport, id, { licenses: false, isMine: false })

  await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field: 'isMine' })
  expect((await other.read(previewImport, id)).read?.isMine).toBe(false)
  expect(await other.scope.db.count(members)).toBeGreaterThan(0)
})

it('takes the days of a cycle along', async () => {
  const { cycleId } = await cora.write(addLicense, license())
  await cora.write(async (scope) => {
    await scope.db
      .update(cycles)
      .set({ extendedToOn: addMonths('2029-06-30', 12), extensionReason: 'Leave' })
      .where(eq(cycles.id, cycleId!))
  })

  await bring(newcomer, await packageOf(cora))

  expect(await newcomer.read(getCycle, cycleId!)).toMatchObject({
    extendedToOn: '2030-06-30',
    ruleSetId: 'us-ma-2017',
  })
})

it('is seen by who may see the record, what was approved there; its files by fewer', async () => {
  await cora.write(make.approvedActivity, { reviewerId: northside.mara.id, title: 'Approved' })
  const { activity } = await cora.write(make.submission, { title: 'Still waiting' })
  await bring(newcomer, await packageOf(cora))
  const principal = await asMember(store, southside.dev)
  const colleague = await asMember(store, southside.ben)
  const titles = async (member: TestMember) =>
    (await member.read(getRecord, southside.cora.id)).brought.map(({ title }) => title)

  const own = await titles(newcomer)
  const seen = await titles(principal)

  expect(own).toEqual(expect.arrayContaining(['Approved', activity.title]))
  expect(seen).toContain('Approved')
  expect(seen).not.toContain('Still waiting')
  await expect(titles(colleague)).rejects.toMatchObject({ name: 'NotFound' })
})

it('opens a file that came along to its owner and the administrators alone', async () => {
  const { activity } = await cora.write(make.approvedActivity, { reviewerId: northside.mara.id })
  const files = memoryFiles()
  const stored = await files.store(cora.district.id, pdf('certificate'))
  await cora.write(async (scope) => {
    await scope.db.insert(evidence).values({
      ...stored,
      name: 'certificate.pdf',
      memberId: cora.actor.id,
      activityId: activity.id,
      kind: 'file',
      strength: 'document',
      mayShowStudents: false,
      createdAt: scope.now,
    })
  })
  const zip = await packageOf(cora, { files: true }, files)
  const id = await newcomer.write(keepRead, 'x.zip', await read(zip, newcomer))
  await newcomer.write(applyImport, id, { licenses: false, isMine: true })
  const [row] = (await newcomer.read(getRecord, southside.cora.id)).brought.flatMap(
    (it) => it.evidence,
  )

  expect(await newcomer.read(getEvidence, row!.id)).toMatchObject({ name: 'certificate.pdf' })
  const administrator = await asMember(store, southside.rosa)
  expect(await administrator.read(getEvidence, row!.id)).toMatchObject({ id: row!.id })
  for (const person of [southside.dev, southside.ben, northside.cora]) {
    const stranger = await asMember(store, person)
    await expect(stranger.read(getEvidence, row!.id)).rejects.toMatchObject({ name: 'NotFound' })
  }
})
