import { setImmediate as nextTurn } from 'node:timers/promises'
import { cellsOfLine, delimiterOf, type LineFault } from './csv-line'
import { firstLineOf, textOf } from './csv-text.server'

const CHUNK_BYTES = 256 * 1024
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Why a line could not be read. */
export type TableFault = LineFault | 'bare_carriage_return'

/**
 * Who is told what while a CSV file is read. Lines are counted from 1, the header; since
 * OneRoster allows no line break inside a cell, they are the rows that a spreadsheet shows.
 */
export type TableVisitor = {
  /** The first line of the file. */
  header(cells: string[], line: number): void
  /** Each line after it. */
  row(cells: string[], line: number): void
  /** A line that could not be read. The others are. */
  unreadable(fault: TableFault, line: number): void
  /** After each piece of the file, with the number of bytes in it. */
  progress?(bytes: number): void
}

/**
 * Reads a CSV file line by line, in pieces that let the process do other work in between: 100,000
 * users take half a second and block it for some 10 ms at a time.
 *
 * Strict reading accepts commas, and line feeds with or without a carriage return. Lenient
 * reading also accepts `;`, tab and `|`, any line ends and blank lines.
 *
 * @param bytes the file in UTF-8, with or without a BOM
 */
export async function readTable(
  bytes: Uint8Array,
  mode: 'strict' | 'lenient',
  visitor: TableVisitor,
): Promise<void> {
  const strict = mode === 'strict'
  const delimiter = strict ? ',' : delimiterOf(firstLineOf(bytes))
  const lineEnd = strict ? /\r?\n/ : /\r\n|\n|\r/
  let line = 0

  for (const chunk of chunksOf(bytes)) {
    const lines = textOf(chunk).split(lineEnd)
    if (lines.at(-1) === '') lines.pop()
    for (const text of lines) {
      line += 1
      if (text === '' && !strict && line > 1) continue
      const cells = text.includes('\r')
        ? 'bare_carriage_return'
        : cellsOfLine(text, delimiter, mode)
      if (typeof cells === 'string') visitor.unreadable(cells, line)
      else if (line === 1) visitor.header(cells, line)
      else visitor.row(cells, line)
    }
    visitor.progress?.(chunk.length)
    await nextTurn()
  }
}

/** The file in pieces that end with a line. */
function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  const lineEnd = bytes.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(lineEnd, start + CHUNK_BYTES)
    const next = end < 0 ? bytes.length : end + 1
    yield bytes.subarray(start, next)
    start = next
  }
}
