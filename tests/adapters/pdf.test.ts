import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { printPdf } from '~/adapters/pdf.server'

const columns = [
  { head: 'Title', share: 3 },
  { head: 'Provider', share: 1 },
  { head: 'Credit', share: 1, numeric: true },
]

/** The document uncompressed, so that its structure can be read as text. */
async function print(rows: string[][], given: { heading?: string } = {}) {
  const pdf = printPdf(
    {
      title: 'Transcript of Ana Álvarez',
      lang: 'en-US',
      madeAt: new Date('2026-11-20T15:00:00Z'),
      footer: 'Northside',
      blocks: [
        { facts: [{ term: 'State', value: 'Massachusetts' }] },
        { paragraph: 'What it shows.' },
        { heading: given.heading ?? 'What counts' },
        { table: { columns, rows } },
      ],
    },
    { compress: false },
  )
  return (await buffer(pdf)).toString('latin1')
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const rowsOf = (length: number, title = 'A workshop') =>
  Array.from({ length }, (_, at) => [`${title} ${at}`, 'Northside', '7.5'])

it('is tagged, with a language and a title that the window shows', async () => {
  const pdf = await print(rowsOf(2))

  expect(pdf.startsWith('%PDF-1.7')).toBe(true)
  expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/)
  expect(pdf).toContain('/Marked true')
  expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
  expect(pdf).toContain('/Lang (en-US)')
  expect(pdf).toContain('/DisplayDocTitle true')
  expect(pdf).toMatch(/\/Title \d+ 0 R/)
})

it('says what is a heading, a paragraph, and a head of a column or of a row', async () => {
  const pdf = await print(rowsOf(2))

  expect(count(pdf, /\/S \/Document\b/g)).toBe(1)
  expect(count(pdf, /\/S \/H1\b/g)).toBe(1)
  expect(count(pdf, /\/S \/H2\b/g)).toBe(1)
  expect(count(pdf, /\/S \/P\b/g)).toBe(2)
  expect(count(pdf, /\/S \/Table\b/g)).toBe(1)
  expect(count(pdf, /\/S \/TR\b/g)).toBe(3)
  expect(count(pdf, /\/S \/TD\b/g)).toBe(4)
  expect(count(pdf, /\/Scope \/Column\b/g)).toBe(3)
  expect(count(pdf, /\/Scope \/Row\b/g)).toBe(2)
})

it('embeds its letters, with what each of them stands for', async () => {
  const pdf = await print(rowsOf(1))

  expect(count(pdf, /\/FontFile2 \d+ 0 R/g)).toBe(2)
  expect(count(pdf, /\/ToUnicode \d+ 0 R/g)).toBe(2)
})

it('goes over several pages, each with the head of the table and a number as furniture', async () => {
  const pdf = await print(rowsOf(150))

  const pages = count(pdf, /\/Type \/Page\b/g)
  expect(pages).toBeGreaterThan(3)
  expect(count(pdf, /\/S \/TR\b/g)).toBe(151)
  expect(count(pdf, /\/Scope \/Column\b/g)).toBe(3)
  expect(count(pdf, /\/Artifact <<\s*\/Type \/Pagination/g)).toBe(pages + pages - 1)
})

it('gives a long title as many lines as it needs', async () => {
  const short = await print(rowsOf(60))
  const long = await print(rowsOf(60, 'A workshop with a name that goes on and on. '.repeat(5)))
  const unbroken = await print(rowsOf(60, 'x'.repeat(200)))
  const pages = (pdf: string) => count(pdf, /\/Type \/Page\b/g)

  expect(pages(long)).toBeGreaterThan(pages(short))
  expect(pages(unbroken)).toBeGreaterThan(pages(short))
})

it('is a table without rows where there are none', async () => {
  const pdf = await print([])

  expect(count(pdf, /\/S \/TR\b/g)).toBe(1)
  expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true)
})
