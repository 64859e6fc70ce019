import type { Table } from '../columns/table'
import { fileOf } from '../columns/table-name'
import { ofPackage, type Fault } from './finding'
import { faultsOfHeader } from './header'
import type { References } from './references'
import { faultsOfRow, layoutOf, type Layout } from './row'
import type { Semantics } from './semantics'
import type { Verdict } from './verdict'

/** Checks one file, row by row, and reports what it finds. */
export class TableCheck {
  #layout: Layout
  #rows = 0

  constructor(
    private readonly table: Table,
    private readonly meant: Pick<Layout, 'version' | 'mode'>,
    private readonly references: References,
    private readonly semantics: Semantics,
    private readonly verdict: Verdict,
  ) {
    this.#layout = layoutOf(table, [], meant)
  }

  header = (cells: string[], line: number) => {
    this.#layout = layoutOf(this.table, cells, this.meant)
    this.#report(line, faultsOfHeader(cells, this.table))
  }

  row = (cells: string[], row: number) => {
    this.#rows += 1
    const { name } = this.table
    const layout = this.#layout
    const faults = faultsOfRow(cells, layout)
    if (faults.length === 0) faults.push(...this.semantics.visit(name, cells, row, layout))

    const faulty = new Set(faults.map(({ field }) => field))
    const isWidthRight = !faulty.has(null)
    faults.push(...this.references.note(name, cells[layout.indexOf.get('sourcedId') ?? -1] ?? ''))
    if (isWidthRight) faults.push(...this.references.follow(name, cells, { row, layout, faulty }))
    this.#report(row, faults)
  }

  end(isComplete: boolean) {
    const { name } = this.table
    if (isComplete && this.#rows === 0) {
      this.verdict.add({ ...ofPackage('file.no_rows', NO_ROWS), file: fileOf(name) })
    }
    for (const { row, fault } of this.references.endOfFile(name, { isComplete })) {
      this.verdict.at(name, row, fault)
    }
  }

  #report(row: number, faults: readonly Fault[]) {
    for (const fault of faults) this.verdict.at(this.table.name, row, fault)
  }
}

const NO_ROWS =
  'The file has no rows below its header. Leave it out, and say absent in the manifest.'
