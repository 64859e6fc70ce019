import { stringify } from 'csv-stringify/sync'

/**
 * A CSV file (RFC 4180) as spreadsheets take it: UTF-8 with a byte order mark, CRLF, a line of names first.
 * No cell is run as a formula.
 *
 * @param rows objects with the columns as keys, or values in the order of the columns
 */
export const csvOf = (columns: readonly string[], rows: readonly (object | unknown[])[]) =>
  stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
