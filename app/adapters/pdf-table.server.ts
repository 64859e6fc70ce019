import {
  INK,
  makeRoom,
  type PdfDocument,
  type PrintedTable,
  QUIET,
  type Sheet,
  type Structure,
} from './pdf-sheet.server'

const SIZE = 7.5
const PADDING = { x: 3, y: 3 }
const RULE = '#b9c1cc'

type Column = PrintedTable['columns'][number] & { x: number; width: number }

/**
 * A table whose head stands again on each page it goes on to. Cells grow with their text; a row is on one
 * page, unless it is higher than one.
 */
export function drawTable(sheet: Sheet, { columns, rows }: PrintedTable) {
  const { pdf, root } = sheet
  const placed = placeColumns(sheet, columns)
  const table = part(pdf, root, 'Table')
  const heads = columns.map(({ head }) => head)
  const headHeight = heightOf(pdf, placed, heads, 'strong')
  const firstHeight = rows[0] ? heightOf(pdf, placed, rows[0], 'text') : 0
  makeRoom(sheet, headHeight + firstHeight)
  addRow(sheet, part(pdf, table, 'THead'), placed, heads, { isHead: true, height: headHeight })
  const body = part(pdf, table, 'TBody')
  for (const row of rows) {
    const height = heightOf(pdf, placed, row, 'text')
    if (makeRoom(sheet, height)) repeatHead(sheet, placed, heads, headHeight)
    addRow(sheet, body, placed, row, { isHead: false, height })
  }
  table.end()
  sheet.y += 8
}

function placeColumns({ left, width }: Sheet, columns: PrintedTable['columns']): Column[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  let x = left
  return columns.map((column) => {
    const own = (column.share / shares) * width
    const placed = { ...column, x, width: own }
    x += own
    return placed
  })
}

function part(pdf: PdfDocument, parent: Structure, type: string) {
  const element = pdf.struct(type)
  parent.add(element)
  return element
}

type Drawn = { isHead: boolean; height: number }

function addRow(
  sheet: Sheet,
  parent: Structure,
  columns: Column[],
  cells: string[],
  { isHead, height }: Drawn,
) {
  const { pdf } = sheet
  const row = part(pdf, parent, 'TR')
  columns.forEach((column, at) => {
    const cell = pdf.struct(...kindOfCell(isHead, at), [
      () => drawCell(sheet, column, cells[at] ?? '', isHead),
    ])
    row.add(cell)
  })
  row.end()
  sheet.y += height
  drawRule(sheet)
}

/** A head says whether it is of its column or of its row; the types of pdfkit do not know that it can. */
function kindOfCell(isHead: boolean, at: number): [tag: string, options: object] {
  if (isHead) return ['TH', { scope: 'Column' }]
  return at === 0 ? ['TH', { scope: 'Row' }] : ['TD', {}]
}

/** What stands on a page once more is furniture. */
function repeatHead(sheet: Sheet, columns: Column[], heads: string[], height: number) {
  const { pdf } = sheet
  pdf.markContent('Artifact', { type: 'Pagination' })
  columns.forEach((column, at) => drawCell(sheet, column, heads[at] ?? '', true))
  pdf.endMarkedContent()
  sheet.y += height
  drawRule(sheet)
}

function drawCell({ pdf, y }: Sheet, column: Column, text: string, isHead: boolean) {
  pdf.font(isHead ? 'strong' : 'text', SIZE).fillColor(isHead ? QUIET : INK)
  pdf.text(text, column.x + PADDING.x, y + PADDING.y, textOptions(column))
}

function drawRule({ pdf, left, width, y }: Sheet) {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke()
  pdf.endMarkedContent()
}

function heightOf(pdf: PdfDocument, columns: Column[], cells: string[], font: 'text' | 'strong') {
  pdf.font(font, SIZE)
  const heights = columns.map((column, at) =>
    pdf.heightOfString(cells[at] || ' ', textOptions(column)),
  )
  return Math.max(...heights) + 2 * PADDING.y
}

const textOptions = ({ width, numeric }: Column) => ({
  width: width - 2 * PADDING.x,
  align: numeric ? ('right' as const) : ('left' as const),
})
