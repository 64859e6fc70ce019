/**
 * A row of a file as the lenient reading sees it. Columns go by their names, whatever the case
 * and the order.
 */
export type SourceRecord = {
  file: string
  row: number
  /** The cell under a column without the blanks around it; `''` when there is none. */
  read(column: string): string
  /** All cells by the names of the header, but for passwords. */
  cells(): Record<string, string>
  /** Why its cells may stand under the wrong columns, or null. */
  readonly misplaced: string | null
}

/** A header: where each column stands, by its name in lower case, and the names as written. */
export type Header = { names: readonly string[]; indexOf: ReadonlyMap<string, number> }

/** Reads a header; of a name that stands twice, the first counts. */
export function headerOf(cells: readonly string[]): Header {
  const names = cells.map((name) => name.trim())
  const indexOf = new Map<string, number>()
  names.forEach((name, index) => {
    const key = name.toLowerCase()
    if (name && !indexOf.has(key)) indexOf.set(key, index)
  })
  return { names, indexOf }
}

/**
 * A record from the cells of a row.
 *
 * A `'` before `=`, `+`, `-` or `@` is dropped: it keeps a spreadsheet from taking the text for
 * a formula, and is in the file of rejected rows.
 */
export const recordOf = (
  header: Header,
  cells: readonly string[],
  { file, row }: { file: string; row: number },
): SourceRecord => new TableRecord(header, cells, file, row)

class TableRecord implements SourceRecord {
  readonly #header: Header
  readonly #cells: readonly string[]

  constructor(
    header: Header,
    cells: readonly string[],
    readonly file: string,
    readonly row: number,
  ) {
    this.#header = header
    this.#cells = cells
  }

  get misplaced() {
    const surplus = this.#cells.slice(this.#header.names.length)
    return surplus.some((cell) => cell.trim() !== '') ? MISPLACED : null
  }

  read(column: string) {
    const index = this.#header.indexOf.get(column.toLowerCase())
    return index === undefined ? '' : this.#at(index)
  }

  cells() {
    const pairs = this.#header.names.map((name, index) => [name, this.#at(index)] as const)
    return Object.fromEntries(
      pairs.filter(([name]) => name !== '' && name.toLowerCase() !== 'password'),
    )
  }

  #at(index: number) {
    return (this.#cells[index] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
  }
}

const MISPLACED =
  'The row has more cells than the header. Probably a cell contains a comma and is not in quotation marks.'
