import { stringify } from 'csv-stringify/sync'

type Rows = readonly (object | unknown[])[]

const FORM = { record_delimiter: 'windows', escape_formulas: true } as const

/**
 * A CSV file (RFC 4180) as spreadsheets take it: UTF-8 with a byte order mark, CRLF, a line of names first.
 * No cell is run as a formula.
 *
 * @param rows objects with the columns as keys, or values in the order of the columns
 */
export const csvOf = (columns: readonly string[], rows: Rows) =>
  stringify([...rows], { ...FORM, header: true, bom: true, columns: [...columns] })

/** A CSV file that is read while it is sent: how many rows it has, and its text piece by piece. */
export type LongCsv = { rows: number; pieces: AsyncIterable<string> }

/**
 * As `csvOf`, for more rows than a request should wait for.
 *
 * @param batches the rows, of which the next are read when those before are written
 */
export const longCsvOf = (
  columns: readonly string[],
  rows: number,
  batches: AsyncIterable<Rows>,
): LongCsv => ({ rows, pieces: piecesOf(columns, batches) })

async function* piecesOf(columns: readonly string[], batches: AsyncIterable<Rows>) {
  yield csvOf(columns, [])
  for await (const rows of batches) yield stringify([...rows], { ...FORM, columns: [...columns] })
}
