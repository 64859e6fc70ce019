import type { RejectedRow, RosterWarning } from '../roster'
import type { SourceRecord } from './record'

const LISTED_ROWS = 5

type Tally = {
  place: Omit<RosterWarning, 'message'>
  count: number
  rows: number[]
  sentence: (rows: string) => string
}

/**
 * Collects what a lenient reading has to say. What many rows have in common is said once.
 *
 * Nobody may hand in the content of a row about a student or a parent.
 */
export class Findings {
  readonly rejected: RejectedRow[] = []
  readonly #warnings: RosterWarning[] = []
  readonly #tallies = new Map<string, Tally>()

  /** A row that cannot be used, with its cells, so that it can be corrected. */
  reject(record: SourceRecord, field: string | null, message: string) {
    const { file, row } = record
    this.rejected.push({ file, row, field, message, cells: record.cells() })
  }

  /** Rows of which nothing can be told, not even whom they are about. */
  rejectUnreadable(file: string, row: number, message: string) {
    this.rejected.push({ file, row, field: null, message, cells: {} })
  }

  warn(warning: RosterWarning) {
    this.#warnings.push(warning)
  }

  /**
   * Counts a row for a sentence that is said once of all rows of a file.
   *
   * @param sentence makes the message from a list of rows like `rows 2, 3 and 17 more`
   */
  tally(
    kind: string,
    { file, row, field = null }: { file: string; row: number; field?: string | null },
    sentence: (rows: string) => string,
  ) {
    const key = `${file}:${field}:${kind}`
    const tally = this.#tallies.get(key) ?? {
      place: { file, row, field },
      count: 0,
      rows: [],
      sentence,
    }
    this.#tallies.set(key, tally)
    tally.count += 1
    if (tally.rows.length < LISTED_ROWS) tally.rows.push(row)
  }

  /** All warnings, those about single rows first. */
  warnings(): RosterWarning[] {
    const tallied = [...this.#tallies.values()].map(({ place, count, rows, sentence }) => ({
      ...place,
      message: sentence(listOf(rows, count)),
    }))
    return [...this.#warnings, ...tallied]
  }
}

function listOf(rows: readonly number[], count: number): string {
  if (count === 1) return `row ${rows[0]}`
  const more = count - rows.length
  return `rows ${rows.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
