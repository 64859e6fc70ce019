import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { printPdf } from '~/adapters/pdf.server'
import { sectionsToSave, takeReport, takeSnapshot } from '~/domain/reports/files.server'
import { printedReport } from '~/domain/reports/printed.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { rosa, schools, snapshots } = world.northside
const TIME_ZONE = 'America/New_York'

async function print(organization?: string) {
  const member = await asMember(await openTestStore(), rosa)
  const taken = await member.read(takeReport, { asOf: WORLD_TODAY, organization })
  return { taken, printed: printedReport(taken, TIME_ZONE) }
}

test('each section has its heading, its rule, and a table that says what each figure counts', async () => {
  const { taken, printed } = await print()

  const sections = sectionsToSave(taken.report)
  const headings = printed.blocks.flatMap((block) => ('heading' in block ? [block.heading] : []))
  const paragraphs = printed.blocks.flatMap((it) => ('paragraph' in it ? [it.paragraph] : []))
  expect(headings).toEqual(sections.map(({ title }) => title))
  expect(paragraphs).toEqual(sections.map(({ rule }) => rule))
  const [first] = printed.blocks.flatMap((block) => ('table' in block ? [block.table] : []))
  expect(first!.columns.map(({ head }) => head)).toEqual([
    'Figure',
    'Value',
    'Unit',
    'What it counts',
  ])
  expect(first!.rows[1]).toEqual([
    'Educators',
    String(taken.report.participation.educators),
    'people',
    'Educators and coaches with an affiliation on 20 November 2026, each once.',
  ])
})

test('the schools of a section stand in a table, a row for each', async () => {
  const { taken, printed } = await print()

  const at = printed.blocks.findIndex(
    (block) => 'subheading' in block && block.subheading === 'Participation by school',
  )

  const block = printed.blocks[at + 1]!
  const table = 'table' in block ? block.table : null
  const { bySchool } = taken.report.participation
  expect(table!.rows).toEqual(
    bySchool.map((school) => [
      school.name,
      String(school.educators),
      String(school.atOrAbove),
      String(school.inThreeYears),
    ]),
  )
})

test('the report of one school does not tell the school apart from itself', async () => {
  const { printed } = await print(schools.middle)

  expect(printed.title).toContain('Middle')
  expect(printed.blocks.some((block) => 'subheading' in block)).toBe(false)
})

test('a snapshot says who froze it and its hash', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const taken = await member.read(takeSnapshot, snapshots.june)

  const printed = printedReport(taken, TIME_ZONE)

  const [first] = printed.blocks
  const facts = first && 'facts' in first ? first.facts : []
  expect(facts).toContainEqual({ term: 'SHA-256', value: taken.made.snapshot!.sha256 })
  expect(facts).toContainEqual({ term: 'Snapshot', value: taken.made.snapshot!.name })
})

test('as a PDF it is tagged: a title, a language, headings in their order, and heads of tables', async () => {
  const { printed } = await print()

  const pdf = (await buffer(printPdf(printed, { compress: false }))).toString('latin1')

  expect(pdf).toContain('/Marked true')
  expect(pdf).toContain('/Lang (en-US)')
  expect(pdf).toContain('/DisplayDocTitle true')
  const tags = [...pdf.matchAll(/\/S \/(H[123]|Table)\b/g)].map(([, tag]) => tag)
  const asked = printed.blocks.flatMap((block) =>
    'heading' in block
      ? ['H2']
      : 'subheading' in block
        ? ['H3']
        : 'table' in block
          ? ['Table']
          : [],
  )
  expect(tags).toEqual(['H1', ...asked])
  const heads = printed.blocks.flatMap((it) => ('table' in it ? it.table.columns : []))
  const rows = printed.blocks.flatMap((it) => ('table' in it ? it.table.rows : []))
  expect(pdf.match(/\/Scope \/Column\b/g)).toHaveLength(heads.length)
  expect(pdf.match(/\/Scope \/Row\b/g)).toHaveLength(rows.length)
})
