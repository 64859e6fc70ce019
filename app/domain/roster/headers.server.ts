import { cellsOfLine, delimiterOf } from './csv-line'
import { firstLineOf } from './csv-text.server'
import type { RosterPackage } from './package'

/**
 * The columns of each file of a package, by its name, without reading more than the first line.
 * A file whose header cannot be read has none.
 */
export function headersOf({ files }: RosterPackage): Map<string, string[]> {
  return new Map([...files].map(([name, bytes]) => [name, columnsOf(firstLineOf(bytes))]))
}

function columnsOf(header: string): string[] {
  const cells = cellsOfLine(header, delimiterOf(header), 'lenient')
  return typeof cells === 'string' ? [] : cells
}
