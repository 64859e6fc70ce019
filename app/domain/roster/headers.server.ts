import { parse } from 'csv-parse/sync'
import { asUtf8, delimiterOf } from './csv-text.server'
import type { RosterPackage } from './package'

const HEADER_BYTES = 64 * 1024
const LINE_FEED = 0x0a

/**
 * The columns of each file of a package, by its name, without reading more than the first line.
 * A file whose header cannot be read has none.
 */
export function headersOf({ files }: RosterPackage): Map<string, string[]> {
  return new Map([...files].map(([name, bytes]) => [name, headerOf(bytes)]))
}

function headerOf(bytes: Uint8Array): string[] {
  const lineEnd = bytes.subarray(0, HEADER_BYTES).indexOf(LINE_FEED)
  const start = asUtf8(bytes.subarray(0, lineEnd < 0 ? HEADER_BYTES : lineEnd)).bytes
  try {
    const rows = parse(Buffer.from(start), {
      bom: true,
      delimiter: delimiterOf(start),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: 1,
    })
    return rows[0] ?? []
  } catch {
    return []
  }
}
