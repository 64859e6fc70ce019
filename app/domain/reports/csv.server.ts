import { csvOf } from '../csv.server'
import { figuresWithYardstick, type Report } from './report.server'
import { isFew, roundingOf } from './rounding'
import { measureOf } from './rules.server'

const COLUMNS = [
  'as_of',
  'section',
  'school',
  'school_source_id',
  'item',
  'measure',
  'unit',
  'value',
] as const

/**
 * A report as CSV, one figure a row, so that a spreadsheet can turn it any way: UTF-8 with a byte
 * order mark, CRLF; the rows of the whole district have no school. Minutes are whole minutes.
 * Where numbers are rounded a last column says how; fewer than five have no value.
 */
export const reportCsv = (report: Report) =>
  csvOf(report.rounded ? [...COLUMNS, 'rounding'] : COLUMNS, rowsOf(report))

/** The rows of a report's files: a line for each figure, after the yardstick it is measured by. */
export function rowsOf(report: Report) {
  return figuresWithYardstick(report).map((figure) => ({
    as_of: report.asOf,
    section: figure.section,
    school: figure.place?.name ?? '',
    school_source_id: figure.place?.sourceId ?? '',
    item: figure.item?.name ?? '',
    measure: snakeCase(figure.measure),
    unit: figure.unit,
    value: isFew(figure) ? '' : figure.value,
    rounding: roundingOf(figure, measureOf(figure.section, figure.measure).isLevel),
  }))
}

const snakeCase = (name: string) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
