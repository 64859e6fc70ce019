import Pdf from 'pdfkit'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { drawTable } from './pdf-table.server'
import {
  INK,
  makeRoom,
  type PrintedBlock,
  type PrintedDocument,
  QUIET,
  type Sheet,
} from './pdf-sheet.server'

const { resolve } = createRequire(import.meta.url)
const fontFile = (name: string) => resolve(`cairn/app/adapters/fonts/${name}.ttf`)
const MARGIN = 40
const FOOT = 34

/**
 * A document as a tagged PDF on Letter paper, wide side down: with headings, tables with heads, a language
 * and a title, for those who listen to it too. Letters the typeface lacks are drawn as an empty box and
 * stay in the text.
 *
 * @param options `compress: false` leaves the drawing commands readable
 */
export function printPdf(document: PrintedDocument, { compress = true } = {}): Readable {
  const pdf = new Pdf({
    size: 'LETTER',
    layout: 'landscape',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    pdfVersion: '1.7',
    tagged: true,
    lang: document.lang,
    displayTitle: true,
    bufferPages: true,
    compress,
    info: { Title: document.title, CreationDate: document.madeAt, Producer: 'Cairn' },
  })
  pdf.registerFont('text', fontFile('public-sans-regular'))
  pdf.registerFont('strong', fontFile('public-sans-semibold'))
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const sheet: Sheet = {
    pdf,
    root,
    left: MARGIN,
    width: pdf.page.width - 2 * MARGIN,
    top: MARGIN,
    bottom: pdf.page.height - FOOT - 14,
    y: MARGIN,
  }
  drawHeading(sheet, document.title, 'H1')
  for (const block of document.blocks) drawBlock(sheet, block)
  root.end()
  drawFeet(sheet, document.footer)
  pdf.end()
  return pdf as unknown as Readable
}

function drawBlock(sheet: Sheet, block: PrintedBlock) {
  if ('heading' in block) drawHeading(sheet, block.heading, 'H2')
  else if ('subheading' in block) drawHeading(sheet, block.subheading, 'H3')
  else if ('paragraph' in block) drawParagraph(sheet, block.paragraph)
  else if ('facts' in block) drawFacts(sheet, block.facts)
  else drawTable(sheet, block.table)
}

const HEADINGS = {
  H1: { size: 17, above: 0, room: 0 },
  H2: { size: 12, above: 14, room: 70 },
  H3: { size: 9.5, above: 6, room: 50 },
}

/** A heading is not left alone at the foot of a page. */
function drawHeading(sheet: Sheet, text: string, level: keyof typeof HEADINGS) {
  const { size, above, room } = HEADINGS[level]
  const { pdf, left, width } = sheet
  pdf.font('strong', size)
  const height = pdf.heightOfString(text, { width })
  makeRoom(sheet, above + height + room)
  sheet.y += above
  addStructure(sheet, level, () => {
    pdf.font('strong', size).fillColor(INK).text(text, left, sheet.y, { width })
  })
  sheet.y += height + 5
}

const TEXT_SIZE = 9

function drawParagraph(sheet: Sheet, text: string) {
  const { pdf, left, width } = sheet
  pdf.font('text', TEXT_SIZE)
  const measure = Math.min(width, 560)
  const height = pdf.heightOfString(text, { width: measure })
  makeRoom(sheet, height)
  addStructure(sheet, 'P', () => {
    pdf.font('text', TEXT_SIZE).fillColor(INK).text(text, left, sheet.y, { width: measure })
  })
  sheet.y += height + 5
}

const TERM_WIDTH = 70

function drawFacts(sheet: Sheet, facts: { term: string; value: string }[]) {
  for (const fact of facts) drawFact(sheet, fact)
  sheet.y += 6
}

function drawFact(sheet: Sheet, { term, value }: { term: string; value: string }) {
  const { pdf, left, width } = sheet
  const at = left + TERM_WIDTH
  const room = width - TERM_WIDTH
  pdf.font('text', TEXT_SIZE)
  const height = pdf.heightOfString(value, { width: room })
  makeRoom(sheet, height)
  addStructure(sheet, 'P', () => {
    pdf.fillColor(QUIET).text(`${term}: `, left, sheet.y, { width: TERM_WIDTH })
    pdf.fillColor(INK).text(value, at, sheet.y, { width: room })
  })
  sheet.y += height + 2
}

/** Page numbers are furniture: who listens to the document does not hear them. */
function drawFeet({ pdf, left, width }: Sheet, footer: string) {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(start + page)
    const y = pdf.page.height - FOOT
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    pdf.font('text', 7.5).fillColor(QUIET)
    pdf.text(footer, left, y, { width: width - 90, lineBreak: false, ellipsis: true })
    const number = `Page ${page + 1} of ${count}`
    pdf.text(number, left + width - 90, y, { width: 90, align: 'right', lineBreak: false })
    pdf.endMarkedContent()
  }
}

function addStructure({ pdf, root }: Sheet, type: string, draw: () => void) {
  const element = pdf.struct(type, {}, draw)
  root.add(element)
  element.end()
}
