import { csvOf } from '../csv.server'
import type { RejectedRow } from './roster'

/** What is added to the columns of a rejected row. */
export const REASON_COLUMNS = ['file', 'row', 'field', 'reason'] as const

/** The rejected rows of one file of a package, as a CSV file of the same name. */
export type RejectionsFile = { file: string; csv: string }

/**
 * Gives rejected rows back, one CSV for each file they came from, with the columns they had and
 * four more: `file`, `row`, `field` and `reason`. What is wrong with one row stands in one row.
 *
 * A corrected file can be handed in again under its name (`users.csv` of 1.2 together with the
 * `roles.csv` of its package): the four columns are not read, and a package without a manifest
 * ends nobody. Passwords are not in it. A `'` before `=`, `+`, `-` and
 * `@` keeps spreadsheets from running a cell as a formula; the reading drops it again.
 *
 * The text begins with a BOM, for Excel, and has CRLF at the ends of its lines.
 */
export function rejectionsCsv(rejected: readonly RejectedRow[]): RejectionsFile[] {
  const files = [...new Set(rejected.map(({ file }) => file))]
  return files.map((file) => ({
    file,
    csv: rejectionsOf(rejected.filter((row) => row.file === file)),
  }))
}

function rejectionsOf(rejected: readonly RejectedRow[]): string {
  const rows = mergedByRow(rejected)
  const names = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  const original = names.filter((name) => !REASON_COLUMNS.some((own) => own === name.toLowerCase()))

  return csvOf(
    [...original, ...REASON_COLUMNS],
    rows.map(({ cells, file, row, field, message }) => [
      ...original.map((name) => cells[name] ?? ''),
      file,
      row,
      field ?? '',
      message,
    ]),
  )
}

function mergedByRow(rejected: readonly RejectedRow[]): RejectedRow[] {
  const merged = new Map<number, RejectedRow>()
  for (const next of rejected) {
    const known = merged.get(next.row)
    merged.set(next.row, known ? joined(known, next) : next)
  }
  return [...merged.values()].sort((a, b) => a.row - b.row)
}

const joined = (first: RejectedRow, second: RejectedRow): RejectedRow => ({
  ...first,
  field: [first.field, second.field].filter((field) => field !== null).join(', ') || null,
  message: `${first.message} ${second.message}`,
})
