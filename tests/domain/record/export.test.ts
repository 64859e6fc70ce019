import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { RECORD_COLUMNS, recordCsv } from '~/domain/record/csv.server'
import { takeRecord } from '~/domain/record/taking.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { northside } = world
const { ana, mara, theo } = northside

const linesOf = (csv: string) =>
  parse(csv, { bom: true, columns: true }) as Record<(typeof RECORD_COLUMNS)[number], string>[]

it('takes everything away as JSON, with a format and a version', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)

  const taken = JSON.parse(JSON.stringify(await member.read(takeRecord)))

  expect(taken).toMatchObject({
    format: 'cairn-record',
    version: 1,
    exportedAt: '2026-11-20T15:00:00.000Z',
    asOf: WORLD_TODAY,
    district: { slug: 'northside', name: northside.name },
    member: { id: ana.id, givenName: 'Ana', familyName: 'Álvarez', email: ana.email },
  })
  expect(Object.keys(taken)).toEqual([
    'format',
    'version',
    'exportedAt',
    'asOf',
    'district',
    'member',
    'hours',
    'activities',
    'completions',
    'badges',
    'goals',
    'pathways',
    'brought',
  ])
  const approved = taken.activities.find(
    ({ id }: { id: string }) => id === northside.activities.approved,
  )
  expect(approved).toMatchObject({
    schoolYear: '2026-27',
    status: 'approved',
    minutes: 180,
    countedMinutes: 180,
    strength: 'document',
    competencies: ['digcompedu-2017/5.1'],
    organization: { id: northside.schools.middle },
    evidence: [{ id: northside.evidence.link, kind: 'link' }],
  })
  expect(approved).not.toHaveProperty('canOpen')
  const waiting = taken.completions.find(
    ({ id }: { id: string }) => id === northside.completions.waiting,
  )
  expect(waiting).toMatchObject({ schoolYear: null, status: 'waiting', countedMinutes: 0 })
})

it('takes everything away as CSV: a row for each, with a BOM, CRLF and ISO days', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const taken = await member.read(takeRecord)

  const csv = recordCsv(taken)

  expect(csv.startsWith(`\uFEFF${RECORD_COLUMNS.join(',')}\r\n`)).toBe(true)
  const { activities, completions, badges, goals, pathways } = taken
  expect(linesOf(csv)).toHaveLength(
    [activities, completions, badges, goals, pathways].reduce((sum, { length }) => sum + length, 0),
  )
  expect(linesOf(csv).find(({ id }) => id === northside.completions.imported)).toMatchObject({
    record: 'course',
    school_year: '2026-27',
    kind: 'online_course',
    status: 'approved',
    ended_on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    counted_minutes: expect.stringMatching(/^\d+$/),
    organization_id: northside.schools.middle,
    evidence_strength: 'roster_confirmed',
  })
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'keeps a spreadsheet from running %j as a formula',
  async (title) => {
    const store = await openTestStore()
    const member = await asMember(store, theo)
    await member.write(make.approvedActivity, { reviewerId: mara.id, title, reflection: title })

    const [line] = linesOf(recordCsv(await member.read(takeRecord)))

    expect(line).toMatchObject({ title: `'${title}`, note: `'${title}` })
  },
)

it('gives who has nothing yet the columns and empty lists', async () => {
  const store = await openTestStore()
  const member = await asMember(store, northside.rosa)

  const taken = await member.read(takeRecord)

  expect(taken).toMatchObject({ hours: [], activities: [], completions: [], goals: [] })
  expect(recordCsv(taken)).toBe(`\uFEFF${RECORD_COLUMNS.join(',')}\r\n`)
})

it('is described field by field in docs/record-format.md', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const page = readFileSync('docs/record-format.md', 'utf8')
  const taken = await member.read(takeRecord)
  const lists = [taken.activities, taken.completions, taken.badges, taken.goals, taken.pathways]

  const names = [
    ...RECORD_COLUMNS,
    ...Object.keys(taken),
    ...Object.keys(taken.member),
    ...lists.flatMap(([first]) => Object.keys(first ?? {})),
  ]

  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

it('says of what was taken back that it counts 0 minutes', async () => {
  const store = await openTestStore()
  const principal = await asMember(store, mara)
  const before = await (await asMember(store, ana)).read(takeRecord)

  await principal.write(reopenSubmission, northside.submissions.approved, { reason: 'My mistake.' })

  const taken = await (await asMember(store, ana)).read(takeRecord)
  const minutesIn = ({ hours }: typeof taken) => hours.reduce((sum, row) => sum + row.minutes, 0)
  const ofActivity = ({ id }: { id: string }) => id === northside.activities.approved
  expect(taken.activities.find(ofActivity)).toMatchObject({
    schoolYear: null,
    status: 'submitted',
    minutes: 180,
    countedMinutes: 0,
  })
  expect(minutesIn(taken)).toBe(minutesIn(before) - 180)
  expect(linesOf(recordCsv(taken)).find(ofActivity)).toMatchObject({
    status: 'submitted',
    minutes: '180',
    counted_minutes: '0',
  })
})
