import { Invalid } from '../errors'
import { asUtf8 } from '../roster/csv-text.server'
import { REASON_COLUMNS } from '../roster/rejections-csv.server'
import { readTable } from '../roster/table.server'
import {
  columnOf,
  isSocialSecurity,
  type LicenseColumn,
  MAX_LICENSE_ROWS,
  PERSON_COLUMNS,
} from './columns'

/** A row of a file of licenses as it was written: cells by column, trimmed. */
export type LicenseRow = {
  /** The row that a spreadsheet shows; the header is the first. */
  line: number
  cells: Record<string, string>
  fault: string | null
}

/** What was read of a file of licenses: nothing of columns that are not known. */
export type LicenseFile = {
  rows: LicenseRow[]
  /** The headers of the columns that were left out. */
  leftOut: string[]
}

/**
 * Reads a file of licenses.
 *
 * @throws Invalid at `file` when it has no such columns, one for social security numbers, or too many rows
 */
export async function readLicenseFile(bytes: Uint8Array): Promise<LicenseFile> {
  const rows: LicenseRow[] = []
  let headers: string[] = []
  let columns: (LicenseColumn | undefined)[] = []
  await readTable(asUtf8(bytes).bytes, 'lenient', {
    header: (cells) => {
      headers = cells.map((cell) => cell.trim())
      columns = headers.map(columnOf)
    },
    row: (cells, line) => {
      const read = Object.fromEntries(
        columns.flatMap((column, at) => (column ? [[column, trimmed(cells[at])]] : [])),
      )
      if (Object.values(read).some((cell) => cell !== '')) {
        rows.push({ line, cells: read, fault: null })
      }
    },
    unreadable: (_fault, line) =>
      rows.push({
        line,
        cells: {},
        fault: 'The quotation marks of this row do not fit together. Write "" for one in a cell.',
      }),
  })
  refuseSocialSecurity(headers)
  checkColumns(columns.filter((column) => column !== undefined))
  if (rows.length > MAX_LICENSE_ROWS) {
    throw new Invalid(
      'file',
      `The file has ${rows.length.toLocaleString('en-US')} rows; ${MAX_LICENSE_ROWS.toLocaleString('en-US')} are the most. Hand it in in parts.`,
    )
  }
  const leftOut = headers.filter((header) => header && !columnOf(header) && !isReason(header))
  return { rows, leftOut }
}

const isReason = (header: string) =>
  REASON_COLUMNS.some((column) => column === header.toLowerCase())

function refuseSocialSecurity(headers: string[]) {
  const header = headers.find(isSocialSecurity)
  if (header === undefined) return
  throw new Invalid(
    'file',
    `The file has a column “${header}”. Cairn takes no social security numbers, and nothing was kept. Take the column out and hand the file in again.`,
  )
}

function checkColumns(columns: LicenseColumn[]) {
  const has = (column: LicenseColumn) => columns.includes(column)
  const needed = ['jurisdiction', 'kind'] as const
  const missing = [
    ...(PERSON_COLUMNS.some(has) ? [] : ['email']),
    ...needed.filter((column) => !has(column)),
  ]
  const repeated = columns.find((column, at) => columns.indexOf(column) !== at)
  if (missing.length > 0) {
    throw new Invalid(
      'file',
      `There is no column ${missing.join(', no column ')}. The first row names the columns: email (or sourced_id, or staff_id), jurisdiction, kind and the others.`,
    )
  }
  if (repeated) throw new Invalid('file', `The column ${repeated} is there twice.`)
}

/** What keeps a spreadsheet from running a cell as a formula is dropped again. */
const trimmed = (cell = '') => cell.trim().replace(/^'(?=[=+\-@])/, '')
