import { asUtf8 } from './csv-text.server'
import type { Findings } from './lenient/findings'
import { headerOf, recordOf, type Header, type SourceRecord } from './lenient/record'
import { findFile, type RosterPackage } from './package'
import { readTable } from './table.server'

const OWN_COLUMNS = new Set(['file', 'row', 'field', 'reason'])

/** How the reading of one file went. */
export type RecordsRead = {
  /** Whether the file has any rows. */
  hasRows: boolean
  /** Whether each of its rows was read; absence from the file means nothing when not. */
  isComplete: boolean
}

/** What is done with the records of a file, and what is expected of it. */
export type RecordVisitor = {
  findings: Findings
  /** The columns of the file in both versions, to say which ones were not read. */
  columns: ReadonlySet<string>
  onRecord(record: SourceRecord): void
  /** After each piece of the file: rows so far, and the bytes of the piece. */
  onProgress?(rows: number, bytes: number): void
}

/**
 * Reads the records of a CSV file leniently: any of the usual encodings, delimiters and line
 * ends, columns by name, cells too few or too many. Each deviation becomes a warning; rows that
 * cannot be read become rejected rows without content, since they may be about a student.
 *
 * @param name the file, such as `users.csv`, in any case
 */
export async function readRecords(
  pkg: RosterPackage,
  name: string,
  { findings, columns, onRecord, onProgress }: RecordVisitor,
): Promise<RecordsRead> {
  const found = findFile(pkg, name)
  if (!found) return { hasRows: false, isComplete: true }
  const file = found.name
  const { bytes, encoding } = asUtf8(found.bytes)
  if (encoding !== 'utf-8') {
    const message = `The file is encoded as ${encoding} and was converted. OneRoster asks for UTF-8; look at names with accents.`
    findings.warn({ file, row: null, field: null, message })
  }

  let header: Header = headerOf([])
  let rows = 0
  let isComplete = true
  const fault = await readTable(bytes, 'lenient', {
    header(cells) {
      header = headerOf(cells)
      warnOfColumns(header, columns, file, findings)
    },
    row(cells, row) {
      if (cells.every((cell) => cell.trim() === '')) return
      rows += 1
      if (cells.some((cell) => /[\r\n]/.test(cell))) {
        isComplete = false
        return findings.rejectUnreadable(file, row, LINE_BREAK)
      }
      warnOfWidth(cells, header, { file, row }, findings)
      onRecord(recordOf(header, cells, { file, row }))
    },
    progress: (read) => onProgress?.(rows, read),
  })

  if (fault) {
    isComplete = false
    findings.rejectUnreadable(file, fault.line, UNCLOSED_QUOTE)
  }
  if (rows === 0 && !fault) {
    const message = 'The file has no rows. Nothing was changed because of it.'
    findings.warn({ file, row: null, field: null, message })
  }
  return { hasRows: rows > 0, isComplete }
}

const LINE_BREAK =
  'A cell of the row contains a line break. Probably a quotation mark was opened and not closed. Nothing ends for not being in this file until that is corrected.'

const UNCLOSED_QUOTE =
  'A quotation mark opens in this row and is never closed; it and all rows after it were not read. Nothing ends for not being in this file until that is corrected.'

function warnOfColumns(
  { names }: Header,
  columns: ReadonlySet<string>,
  file: string,
  findings: Findings,
) {
  const isForeign = (name: string) => {
    const key = name.toLowerCase()
    return name !== '' && !columns.has(key) && !OWN_COLUMNS.has(key) && !key.startsWith('metadata.')
  }
  const foreign = names.filter(isForeign)
  if (foreign.length === 0) return
  const message = `OneRoster has no column ${foreign.map((name) => `“${name}”`).join(', ')} in this file; it was not read.`
  findings.warn({ file, row: 1, field: null, message })
}

function warnOfWidth(
  cells: readonly string[],
  { names }: Header,
  place: { file: string; row: number },
  findings: Findings,
) {
  const surplus = cells.length - names.length
  if (surplus > 0) {
    findings.tally('wide', place, (rows) => `The row has more cells than the header (${rows}).`)
  } else if (surplus < 0) {
    findings.tally(
      'narrow',
      place,
      (rows) =>
        `The row has fewer cells than the header (${rows}). The missing cells were taken as blank.`,
    )
  }
}
