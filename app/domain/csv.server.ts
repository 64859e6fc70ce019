import { stringify } from 'csv-stringify/sync'
import type { LongList, PeopleList } from './long-list'

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

/** The columns of a table by their names, with what stands in them. */
export type Columns<Row> = Record<string, (row: Row) => unknown>

/** As `csvOf`, for more rows than a request should wait for. */
export const longCsvOf = <Row>(
  columns: Columns<Row>,
  { size, batches }: LongList<Row>,
): LongCsv => ({ rows: size, pieces: piecesOf(columns, batches) })

/** A table of what is of people, and whose rows are in it. */
export type PeopleCsv = LongCsv & { memberIds: string[] }

/** As `longCsvOf`, of what is of people. */
export const peopleCsvOf = <Row>(
  columns: Columns<Row>,
  { memberIds, ...list }: PeopleList<Row>,
): PeopleCsv => ({ ...longCsvOf(columns, list), memberIds })

async function* piecesOf<Row>(columns: Columns<Row>, batches: AsyncIterable<Row[]>) {
  const cells = Object.values(columns)
  yield csvOf(Object.keys(columns), [])
  for await (const rows of batches) {
    yield stringify(
      rows.map((row) => cells.map((cell) => cell(row))),
      FORM,
    )
  }
}
