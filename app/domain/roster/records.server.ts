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
  let isHeader = true
  let rows = 0
  let isComplete = true
  await readTable(bytes, 'lenient', {
    header(cells) {
      header = headerOf(cells)
      isHeader = header.names.some((column) => columns.has(column.toLowerCase()))
      if (isHeader) return warnOfColumns(header, columns, file, findings)
      findings.warn({ file, row: 1, field: null, message: NO_HEADER })
    },
    row(cells, row) {
      if (!isHeader || cells.every((cell) => cell.trim() === '')) return
      rows += 1
      warnOfWidth(cells, header, { file, row }, findings)
      onRecord(recordOf(header, cells, { file, row }))
    },
    unreadable(_fault, row) {
      rows += 1
      isComplete = false
      findings.rejectUnreadable(file, row, BAD_QUOTE)
    },
    progress: (read) => onProgress?.(rows, read),
  })

  if (rows === 0 && isHeader) {
    const message = 'The file has no rows. Nothing was changed because of it.'
    findings.warn({ file, row: null, field: null, message })
  }
  return { hasRows: rows > 0, isComplete }
}

const NO_HEADER =
  'The first row names no column of OneRoster; the file was not read. Put the names of the columns there.'

const BAD_QUOTE =
  'A quotation mark stands in the wrong place, or a cell contains a line break, so that the row cannot be read. Nobody ends for not being in this file until that is corrected.'

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
