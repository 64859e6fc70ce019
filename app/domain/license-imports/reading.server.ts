import { Invalid } from '../errors'
import { asUtf8 } from '../roster/csv-text.server'
import { readTable } from '../roster/table.server'
import { columnOf, type LicenseColumn, MAX_LICENSE_ROWS, PERSON_COLUMNS } from './columns'

/** A row of a file of licenses as it was written: cells by column, trimmed. */
export type LicenseRow = {
  /** The row that a spreadsheet shows; the header is the first. */
  line: number
  cells: Record<string, string>
  fault: string | null
}

/**
 * Reads a file of licenses.
 *
 * @throws Invalid at `file` when it has no such columns, or too many rows
 */
export async function readLicenseFile(bytes: Uint8Array): Promise<LicenseRow[]> {
  const rows: LicenseRow[] = []
  let columns: string[] = []
  await readTable(asUtf8(bytes).bytes, 'lenient', {
    header: (cells) => {
      columns = cells.map((cell) => columnOf(cell) ?? cell.trim())
    },
    row: (cells, line) => {
      const read = Object.fromEntries(columns.map((name, at) => [name, trimmed(cells[at])]))
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
  checkColumns(columns)
  if (rows.length > MAX_LICENSE_ROWS) {
    throw new Invalid(
      'file',
      `The file has ${rows.length.toLocaleString('en-US')} rows; ${MAX_LICENSE_ROWS.toLocaleString('en-US')} are the most. Hand it in in parts.`,
    )
  }
  return rows
}

function checkColumns(columns: string[]) {
  const has = (column: LicenseColumn) => columns.includes(column)
  const needed = ['jurisdiction', 'kind'] as const
  const missing = [
    ...(PERSON_COLUMNS.some(has) ? [] : ['email']),
    ...needed.filter((column) => !has(column)),
  ]
  const repeated = columns.find((column, at) => column && columns.indexOf(column) !== at)
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
