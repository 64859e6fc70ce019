import type PDFDocument from 'pdfkit'

export type PrintedTable = {
  /** `share` says how wide a column is beside the others. */
  columns: { head: string; share: number; numeric?: boolean }[]
  /** The first cell of a row is its head. */
  rows: string[][]
}

/** What is printed, from top to bottom. */
export type PrintedBlock =
  | { heading: string }
  | { subheading: string }
  | { paragraph: string }
  | { facts: { term: string; value: string }[] }
  | { table: PrintedTable }

export type PrintedDocument = {
  title: string
  lang: string
  madeAt: Date
  blocks: PrintedBlock[]
  /** Stands at the foot of each page, beside its number. */
  footer: string
}

export type PdfDocument = InstanceType<typeof PDFDocument>
/** Where the next thing is drawn on a page, in points from its top. */
export type Sheet = {
  pdf: PdfDocument
  left: number
  width: number
  top: number
  bottom: number
  y: number
  /** What the structure of the whole document hangs from. */
  root: Structure
}
export type Structure = ReturnType<PdfDocument['struct']>

export const INK = '#1c2430'
export const QUIET = '#4d5866'

/** Begins a page where there is no room for so many points. */
export function makeRoom(sheet: Sheet, height: number) {
  if (sheet.y + height <= sheet.bottom) return false
  sheet.pdf.addPage()
  sheet.y = sheet.top
  return true
}
