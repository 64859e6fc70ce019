import type { Column } from '../columns/column'
import type { Table } from '../columns/table'
import type { Version } from '../columns/table-name'
import { faultOfCell } from './cell'
import type { Fault } from './finding'

/** Where each column of a table stands in a file, and how the file is meant. */
export type Layout = {
  version: Version
  mode: 'bulk' | 'delta'
  width: number
  places: readonly { column: Column; index: number }[]
  indexOf: ReadonlyMap<string, number>
}

/** The layout of a file, from its header; columns it lacks have no place. */
export function layoutOf(
  table: Table,
  header: readonly string[],
  { version, mode }: Pick<Layout, 'version' | 'mode'>,
): Layout {
  const indexOf = new Map(header.map((name, index) => [name, index]))
  const places = table.columns.flatMap((column) => {
    const index = indexOf.get(column.name)
    return index === undefined ? [] : [{ column, index }]
  })
  return { version, mode, width: header.length, places, indexOf }
}

/**
 * What is wrong with a row on its own: its width and each of its cells (OneRoster CSV 1.2.1
 * §2.2 to §2.5). A row of the wrong width is not looked at any further, since its cells may
 * stand in the wrong columns.
 */
export function faultsOfRow(cells: readonly string[], layout: Layout): Fault[] {
  if (cells.length !== layout.width) {
    const message = `The row has ${cells.length} cells and the header ${layout.width}; they must be as many.`
    return [{ field: null, code: 'row.wrong_width', message }]
  }
  const faults: Fault[] = []
  for (const { column, index } of layout.places) {
    const cell = cells[index] ?? ''
    const fault =
      faultOfLifecycle(cell, column, layout) ?? faultOfCell(cell, column, layout.version)
    if (fault) faults.push(fault)
  }
  const unpaired = layout.version === '1.2' ? faultOfSubjects(cells, layout) : null
  return unpaired ? [...faults, unpaired] : faults
}

/**
 * `status` and `dateLastModified` are required in a delta file. In a bulk file of 1.2 they must
 * be blank (1.2.1 §2.5), while 1.1 only asks for nothing there.
 */
function faultOfLifecycle(cell: string, { name: field }: Column, layout: Layout): Fault | null {
  if (field !== 'status' && field !== 'dateLastModified') return null
  if (layout.mode === 'delta' && cell === '') {
    const message = `${field} is blank; a delta file needs it in every row.`
    return { field, code: 'row.field_required_in_delta', message }
  }
  if (layout.mode === 'bulk' && layout.version === '1.2' && cell !== '') {
    const message = `${field} must be blank in a bulk file.`
    return { field, code: 'row.field_forbidden_in_bulk', message }
  }
  return null
}

/** The two lists of courses and classes go in pairs (1.2.1, `courses.csv` and `classes.csv`). */
function faultOfSubjects(cells: readonly string[], { indexOf }: Layout): Fault | null {
  const subjects = indexOf.get('subjects')
  const codes = indexOf.get('subjectCodes')
  if (subjects === undefined || codes === undefined) return null
  if (countItems(cells[subjects]) === countItems(cells[codes])) return null

  const message = 'subjects and subjectCodes must list as many items, in the same order.'
  return { field: 'subjectCodes', code: 'row.invalid_list', message }
}

const countItems = (cell = '') => (cell === '' ? 0 : cell.split(',').length)
