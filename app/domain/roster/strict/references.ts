import type { Column } from '../columns/column'
import { fileOf, type TableName } from '../columns/table-name'
import type { Fault } from './finding'
import type { Layout } from './row'

type Open = { row: number; field: string; ids: string[] }

/**
 * Follows the ids of a package from file to file (OneRoster CSV 1.2.1 Appendix A): an id stands
 * once in its file, and what a bulk file refers to stands in the package. A delta file may refer
 * to what was sent before.
 *
 * Files must come in the order of `tablesOf`, so that targets are known before their references;
 * references inside one file are settled by `endOfFile`.
 */
export class References {
  #ids = new Map<TableName, Set<string>>()
  #inside: Open[] = []
  #reported = new Set<string>()
  #unread = new Set<TableName>()

  constructor(private readonly supplied: ReadonlySet<TableName>) {}

  /** Remembers the id of a row; the fault is that an earlier row has it. */
  note(table: TableName, id: string): Fault[] {
    if (id === '') return []
    const known = this.#ids.get(table) ?? new Set()
    this.#ids.set(table, known)
    if (!known.has(id)) {
      known.add(id)
      return []
    }
    const message = 'The sourcedId stands in an earlier row of this file; it must be unique.'
    return [{ field: 'sourcedId', code: 'row.duplicate_id', message }]
  }

  /**
   * What is wrong with the references of a row.
   *
   * @param faulty columns that are not looked at, since something else is wrong with them
   */
  follow(
    table: TableName,
    cells: readonly string[],
    { row, layout, faulty }: { row: number; layout: Layout; faulty: ReadonlySet<string | null> },
  ): Fault[] {
    if (layout.mode === 'delta') return []
    return layout.places.flatMap(({ column, index }) => {
      const cell = cells[index] ?? ''
      if (cell === '' || !column.target || faulty.has(column.name)) return []
      return this.#follow(table, column, column.target, cell, row)
    })
  }

  /** What is wrong with the references that rows of one file make to each other. */
  endOfFile(table: TableName, { isComplete }: { isComplete: boolean }) {
    if (!isComplete) this.#unread.add(table)
    const known = this.#ids.get(table)
    const open = this.#inside.filter(({ ids }) => isComplete && !ids.every((id) => known?.has(id)))
    this.#inside = []
    return open.map(({ row, field }) => ({ row, fault: unresolved(field, table) }))
  }

  #follow(table: TableName, column: Column, target: TableName, cell: string, row: number): Fault[] {
    const { name: field, kind } = column
    const ids = kind === 'guids' ? cell.split(',') : [cell]
    if (target === table) {
      this.#inside.push({ row, field, ids })
      return []
    }
    if (!this.supplied.has(target)) return this.#missing(table, field, target)
    if (this.#unread.has(target)) return []
    const known = this.#ids.get(target)
    return ids.every((id) => known?.has(id)) ? [] : [unresolved(field, target)]
  }

  /** Said once for each column, at its first row: every row would say the same. */
  #missing(table: TableName, field: string, target: TableName): Fault[] {
    const place = `${table}.${field}`
    if (this.#reported.has(place)) return []
    this.#reported.add(place)
    const message = `${field} refers to ${fileOf(target)}, which is not in the package.`
    return [{ field, code: 'reference.missing_target_file', message }]
  }
}

const unresolved = (field: string, target: TableName): Fault => ({
  field,
  code: 'reference.unresolved',
  message: `${field} refers to a row that ${fileOf(target)} does not have.`,
})
