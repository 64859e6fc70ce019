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
  misplaced: string | null
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
export function recordOf(
  { names, indexOf }: Header,
  cells: readonly string[],
  place: { file: string; row: number },
): SourceRecord {
  const at = (index: number | undefined) => (index === undefined ? '' : cleaned(cells[index] ?? ''))
  const surplus = cells.slice(names.length).filter((cell) => cell.trim() !== '').length

  return {
    ...place,
    read: (column) => at(indexOf.get(column.toLowerCase())),
    cells: () =>
      Object.fromEntries(
        names
          .map((name, index): [string, string] => [name, at(index)])
          .filter(([name]) => name && name.toLowerCase() !== 'password'),
      ),
    misplaced:
      surplus > 0
        ? 'The row has more cells than the header. Probably a cell contains a comma and is not in quotation marks.'
        : null,
  }
}

const cleaned = (cell: string) => cell.trim().replace(/^'(?=[=+\-@])/, '')
