import { csvOf } from '../csv.server'
import type { Transcript } from './transcript.server'

/**
 * A transcript as a table: the columns of the state under their codes, with the id of the row before them,
 * then the verdict, its sentence, and a note on what was earned elsewhere. What does not count has its title, its day and its sentence. It begins
 * with a BOM, for Excel, has CRLF at the ends of its lines, and a `'` before any text that a spreadsheet
 * would run as a formula.
 */
export function transcriptCsv({ columns, rows, apart }: Transcript) {
  const codes = columns.map(({ code }) => code)
  const apartOf = new Map(apart.map((row) => [row.id, row]))
  const counting = rows.map(({ id, cells, note }) => ({
    id,
    ...Object.fromEntries(codes.map((code, at) => [code, cells[at]])),
    verdict: apartOf.get(id)?.verdict ?? 'Counts',
    reason: apartOf.get(id)?.sentence ?? null,
    note,
  }))
  const counted = new Set(rows.map(({ id }) => id))
  const others = apart
    .filter(({ id }) => !counted.has(id))
    .map(({ id, title, endedOn, verdict, sentence, note }) => ({
      id,
      title,
      ends_on: endedOn,
      verdict,
      reason: sentence,
      note,
    }))
  return csvOf(['id', ...codes, 'verdict', 'reason', 'note'], [...counting, ...others])
}
