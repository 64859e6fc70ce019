import { isDay } from '../../calendar'
import type { Column } from '../columns/column'
import type { Version } from '../columns/table-name'
import type { Fault } from './finding'

const GUID = /^[0-9A-Za-z.\-_/@]{1,255}$/
const DATETIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const USER_ID = /^\{[^{}:]+:[^{}:]+\}$/
const MAX_DIGITS_OF_A_SAFE_INTEGER = 15

const isGuid = (cell: string) => GUID.test(cell)

const isDatetime = (cell: string) => isDay(DATETIME.exec(cell)?.[1] ?? '')
const isInteger = (cell: string) =>
  /^[+-]?\d+$/.test(cell) && cell.length <= MAX_DIGITS_OF_A_SAFE_INTEGER
const isFloat = (cell: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(cell) && Number.isFinite(Number(cell))

/**
 * What is wrong with the text of a cell, by the type of its column (OneRoster CSV 1.2.1 §2.4).
 * A blank cell is judged by the column's being required.
 */
export function faultOfCell(cell: string, column: Column, version: Version): Fault | null {
  const { name: field, kind } = column
  if (cell === '') {
    return column.required
      ? { field, code: 'row.missing_required_value', message: `${field} is required and blank.` }
      : null
  }
  const fault = (ok: boolean, type: string, right: string) =>
    ok ? null : { field, code: `row.invalid_${type}`, message: `${field} must be ${right}.` }

  switch (kind) {
    case 'text':
      return null
    case 'guid':
      return fault(isGuid(cell), 'guid', GUID_RULE)
    case 'boolean':
      return fault(/^(true|false)$/.test(cell), 'boolean', 'exactly true or false, in lower case')
    case 'date':
      return fault(isDay(cell), 'date', 'a date like 2025-08-31')
    case 'datetime':
      return fault(isDatetime(cell), 'datetime', 'a time in UTC like 2025-08-31T23:59:59.000Z')
    case 'year':
      return fault(
        /^\d{4}$/.test(cell),
        'year',
        'a year of four digits, like 2026 for the school year 2025-26',
      )
    case 'integer':
      return fault(isInteger(cell), 'integer', 'a whole number')
    case 'float':
      return fault(isFloat(cell), 'float', 'a number with a decimal point, like 94.5')
    case 'word':
      return fault(isWord(cell, column, version), 'enum', wordRule(column, version))
    default:
      return faultOfList(cell.split(','), column, version)
  }
}

const GUID_RULE = '1 to 255 characters of 0-9 A-Z a-z . - _ / @, without spaces'

const isWord = (cell: string, { words, extensible }: Column, version: Version) =>
  words.includes(cell) || (extensible && version === '1.2' && /^ext:./.test(cell))

const wordRule = ({ words, extensible }: Column, version: Version) =>
  `one of ${words.join(', ')}${extensible && version === '1.2' ? ' or ext: and a word' : ''}`

function faultOfList(items: string[], column: Column, version: Version): Fault | null {
  const { name: field, kind } = column
  if (items.some((item) => item.trim() === '')) {
    const message = `${field} must be a list with one comma between two items and none at the end.`
    return { field, code: 'row.invalid_list', message }
  }
  if (kind === 'guids' && !items.every(isGuid)) {
    const message = `Every item of ${field} must be ${GUID_RULE}.`
    return { field, code: 'row.invalid_guid', message }
  }
  if (kind === 'words' && !items.every((item) => isWord(item, column, version))) {
    const message = `Every item of ${field} must be ${wordRule(column, version)}.`
    return { field, code: 'row.invalid_enum', message }
  }
  if (kind === 'userIds' && !items.every((item) => USER_ID.test(item))) {
    return { field, code: 'row.invalid_list', message: `Every item of ${field} must be {type:id}.` }
  }
  return null
}
