import { parse, type CsvError } from 'csv-parse'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { delimiterOf } from './csv-text.server'

const CHUNK_BYTES = 64 * 1024
const MAX_ROW_BYTES = 1024 * 1024

/** Why a file could not be read to its end. */
export type TableFault = {
  code: 'csv.stray_quote' | 'csv.unclosed_quote'
  /** The line on which the row with the fault begins. */
  line: number
}

/** Who is told what while a CSV file is read. */
export type TableVisitor = {
  /** The first row of the file. */
  header(cells: string[], line: number): void
  /**
   * Each row after it.
   *
   * @param line the line of the file on which the row ends, the header being line 1. Since
   *   OneRoster allows no line break inside a cell, this is also the row a spreadsheet shows.
   */
  row(cells: string[], line: number): void
  /** After each piece of the file, with the number of bytes in it. */
  progress?(bytes: number): void
}

/**
 * Reads a CSV file (RFC 4180) in pieces, and lets the process do other work in between: 20 MB
 * take about a second and block it for some 10 ms at a time.
 *
 * Strict reading accepts commas only and stops at the first stray quotation mark. Lenient
 * reading also accepts `;`, tab and `|`, any line ends, blank lines, and quotation marks in the
 * wrong place, which stay in the cell.
 *
 * @param bytes the file in UTF-8, with or without a BOM
 * @returns what ended the reading early, or null
 */
export async function readTable(
  bytes: Uint8Array,
  mode: 'strict' | 'lenient',
  visitor: TableVisitor,
): Promise<TableFault | null> {
  const strict = mode === 'strict'
  let lastLine = 0
  let failure: CsvError | null = null

  const parser = parse({
    bom: true,
    delimiter: strict ? ',' : delimiterOf(bytes),
    record_delimiter: strict ? ['\r\n', '\n'] : ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: !strict,
    skip_empty_lines: !strict,
    max_record_size: MAX_ROW_BYTES,
    on_record: (cells: string[], { lines }) => {
      if (lastLine === 0) visitor.header(cells, lines)
      else visitor.row(cells, lines)
      lastLine = lines
      return null
    },
  })
  const ended = new Promise<void>((resolve) => {
    parser.on('end', resolve)
    parser.on('error', (error: CsvError) => {
      failure = error
      resolve()
    })
  })
  parser.resume()

  for (let start = 0; start < bytes.length && !failure; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES)
    parser.write(chunk)
    visitor.progress?.(chunk.length)
    await nextTurn()
  }
  if (!failure) parser.end()
  await ended

  return failure ? faultOf(failure, lastLine + 1) : null
}

function faultOf(error: CsvError, line: number): TableFault {
  switch (error.code) {
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return { code: 'csv.stray_quote', line }
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return { code: 'csv.unclosed_quote', line }
    default:
      throw error
  }
}
