import { parse } from 'csv-parse/sync'
import { eq } from '#db/query.server'
import { cycles, licenses } from '#db/schema'
import { beforeEach, expect, it } from 'vitest'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { NotFound } from '~/domain/errors'
import { attachLink } from '~/domain/evidence/commands.server'
import { getCyclePage } from '~/domain/renewal/cycle-page.server'
import type { WriteScope } from '~/domain/scope.server'
import { DEFAULT_COLUMNS } from '~/domain/transcripts/columns'
import { transcriptCsv } from '~/domain/transcripts/csv.server'
import { getTranscript } from '~/domain/transcripts/transcript.server'
import { addDays } from '~/domain/calendar'
import { claimOnSending } from '../../support/claims'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const { ana, ben, ida, mara, ming, rosa, cycles: named, activities } = northside

let store: TestStore
let member: TestMember

beforeEach(async () => {
  store = await openTestStore()
  member = await asMember(store, ana)
  await member.write(claimOnSending, 'activity', activities.approved, {
    claims: true,
    proof: 'product',
    topic: 'AI literacy',
    fits: ['US-MA/content'],
    parts: [],
  })
  await member.write(learn, { title: 'AI in the classroom', minutes: 780 })
})

/** Something of Ana's that Mara has approved and that counts in full with ten hours on its topic. */
async function learn(scope: WriteScope, given: { title: string; minutes: number }) {
  const startedOn = addDays(WORLD_TODAY, -3)
  const { activity } = await make.approvedActivity(scope, {
    reviewerId: mara.id,
    startedOn,
    ...given,
  })
  const { id } = activity
  await claimOnSending(scope, 'activity', id, {
    claims: true,
    proof: 'product',
    topic: 'AI literacy',
    fits: [],
    parts: [{ category: 'US-MA/pedagogy', part: { minutes: given.minutes, thousandths: 0 } }],
  })
  return id
}

const column = (transcript: Awaited<ReturnType<typeof getTranscript>>, code: string) =>
  transcript.columns.findIndex((it) => it.code === code)

it('has the columns of the state in its order, and who approved each row', async () => {
  const transcript = await member.read(getTranscript, named.open, false)

  expect(transcript.columns.map(({ code }) => code)).toEqual([
    'title',
    'topic',
    'type',
    'starts_on',
    'ends_on',
    'provider',
    'provider_number',
    'category',
    'credit',
    'proof',
    'evidence_strength',
    'approved_on',
  ])
  const approved = transcript.rows.find(({ id }) => id === activities.approved)
  expect(approved?.cells[column(transcript, 'approved_on')]).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(transcript).toMatchObject({
    educator: ana.name,
    district: northside.name,
    place: 'Massachusetts',
    isOwn: true,
  })
})

it('says of proof that nobody has seen that it is the educator who says so', async () => {
  const id = await member.write(learn, { title: 'Seen by nobody', minutes: 600 })
  const before = await member.read(getTranscript, named.open, false)
  const link = { url: 'https://example.org/unit', mayShowStudents: false }

  await member.write(attachLink, { activityId: id }, link)

  const after = await member.read(getTranscript, named.open, false)
  const proofIn = (transcript: typeof before) =>
    transcript.rows.find((row) => row.id === id)?.cells[column(transcript, 'proof')]
  expect(proofIn(before)).toBe('Product, as the educator says')
  expect(proofIn(after)).toBe('Product')
  const { rows } = await member.read(getCyclePage, named.open, { planned: null, page: 1 })
  expect(rows.rows.find((row) => row.id === id)?.saidProof).toBeNull()
  expect(rows.rows.map(({ saidProof }) => saidProof)).toContain('Product, as the educator says')
})

it('adds up: what the rows count is what counts in all', async () => {
  const { columns, rows, counted } = await member.read(getTranscript, named.open, false)
  const at = columns.findIndex(({ code }) => code === 'credit')

  const sum = rows.reduce((total, { cells }) => total + Number(cells[at]), 0)

  expect(rows.length).toBeGreaterThan(0)
  expect(sum).toBeCloseTo(counted, 3)
})

it('sets apart what waits and what was taken back, with a sentence for each', async () => {
  const before = await member.read(getTranscript, named.open, false)
  const principal = await asMember(store, mara)
  await principal.write(reopenSubmission, northside.submissions.approved, { reason: 'My mistake.' })

  const after = await member.read(getTranscript, named.open, false)

  expect(before.rows.map(({ id }) => id)).toContain(activities.approved)
  expect(after.rows.map(({ id }) => id)).not.toContain(activities.approved)
  const apart = after.apart.find(({ id }) => id === activities.approved)
  expect(apart?.sentence).toMatch(/\.$/)
})

it('has our own columns where the state prescribes none', async () => {
  const omar = await asMember(store, northside.omar)

  const { columns } = await omar.read(getTranscript, named.ofOmar, false)

  expect(columns.map(({ code }) => code)).toEqual([...DEFAULT_COLUMNS])
})

it('has the number of the license for its educator alone, and only when asked for', async () => {
  const administrator = await asMember(store, rosa)
  const numbered = (transcript: Awaited<ReturnType<typeof getTranscript>>) =>
    transcript.licenses.some((license) => license.includes('482913'))

  expect(numbered(await member.read(getTranscript, named.open, false))).toBe(false)
  expect(numbered(await member.read(getTranscript, named.open, true))).toBe(true)
  expect(numbered(await administrator.read(getTranscript, named.open, true))).toBe(false)
})

it('is for the educator, administrators and auditors', async () => {
  for (const person of [rosa, ida]) {
    const transcript = await (await asMember(store, person)).read(getTranscript, named.open, false)
    expect(transcript).toMatchObject({ educator: ana.name, isOwn: false })
  }
  for (const person of [mara, ben, ming, southside.rosa]) {
    const stranger = await asMember(store, person)
    await expect(stranger.read(getTranscript, named.open, false)).rejects.toThrow(NotFound)
  }
})

it('is there for a cycle in which nothing was done', async () => {
  const { startsOn } = await member.read(getTranscript, named.open, false).then((it) => it.cycle)
  await member.write(async (scope) => {
    const endsOn = addDays(startsOn, -3600)
    await scope.db
      .update(cycles)
      .set({ startsOn: addDays(startsOn, -3700), endsOn, earnUntilOn: endsOn })
      .where(eq(cycles.id, named.closed))
  })

  const transcript = await member.read(getTranscript, named.closed, false)

  expect(transcript).toMatchObject({ rows: [], apart: [], counted: 0 })
  expect(transcriptCsv(transcript)).toMatch(/^\uFEFFid,title,.*,verdict,reason,note\r\n$/)
})

it('is a table for a spreadsheet, in which nothing runs as a formula', async () => {
  const id = await member.write(learn, { title: '=HYPERLINK("x")', minutes: 600 })

  const csv = transcriptCsv(await member.read(getTranscript, named.open, false))

  const lines = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
  expect(csv.startsWith('\uFEFFid,title,')).toBe(true)
  expect(lines.find((line) => line.id === id)?.title).toBe(`'=HYPERLINK("x")`)
  expect(lines.every(({ verdict }) => verdict !== '')).toBe(true)
})

it('leaves licenses of other members alone', async () => {
  const numbers = await member.read(getTranscript, named.open, true)
  const [other] = await member.scope.db
    .select({ number: licenses.number })
    .from(licenses)
    .where(eq(licenses.id, northside.licenses.ofBen))

  expect(numbers.licenses.join()).not.toContain(other!.number!)
})
