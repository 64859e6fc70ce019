import type { Table } from '../columns/table'
import type { Fault } from './finding'

/**
 * What is wrong with the header of a file: every column of the table in its order, in exactly
 * this spelling, each once, and after them only columns that begin with `metadata.` (OneRoster
 * CSV 1.2.1 §2.3). A first row without any such column is not quoted, as it may be about a student.
 */
export function faultsOfHeader(header: readonly string[], { columns }: Table): Fault[] {
  const expected = columns.map((column) => column.name)
  if (!header.some((name) => expected.includes(name))) {
    const message = `The first row must be a header; it must begin with ${expected.slice(0, 3).join(',')}.`
    return [{ field: null, code: 'header.missing', message }]
  }
  const missing = expected.filter((name) => !header.includes(name))
  const repeated = header.filter((name, index) => header.indexOf(name) !== index)
  const foreign = header.filter((name) => !expected.includes(name) && !isMetadata(name))

  const faults = [
    ...missing.map((field) =>
      fault('missing_column', field, `The header lacks ${field}${spelling(field, header)}.`),
    ),
    ...repeated.map((field) =>
      fault('duplicate_column', field, `The header names “${field}” twice.`),
    ),
    ...foreign.map((field) =>
      fault(
        'unknown_column',
        field,
        `“${field}” is no column of this file. A column of your own must begin with metadata. and stand at the end.`,
      ),
    ),
  ]
  if (faults.length > 0) return faults

  const misplaced = expected.find((name, index) => header[index] !== name)
  if (!misplaced) return []
  const place = `${expected.indexOf(misplaced) + 1}`
  return [fault('wrong_order', misplaced, `${misplaced} must be column ${place} of the header.`)]
}

const fault = (code: string, field: string, message: string): Fault => ({
  field,
  code: `header.${code}`,
  message,
})

const isMetadata = (name: string) => /^metadata\../.test(name)

function spelling(field: string, header: readonly string[]): string {
  const close = header.find((name) => name.trim().toLowerCase() === field.toLowerCase())
  return close === undefined ? '' : ` in this spelling (it has “${close}”)`
}
