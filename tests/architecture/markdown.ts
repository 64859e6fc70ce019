/** The rows of the first table of a page that has such a column, by the heads of their columns. */
export function tableOf(page: string, column: string): Record<string, string>[] {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => line.startsWith('|') && cellsOf(line).includes(column))
  if (start < 0) return []

  const heads = cellsOf(lines[start] ?? '')
  const rows = lines.slice(start + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end < 0 ? rows.length : end).map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']))
  })
}

/** Where a page links to, inside the repository. */
export function localLinksIn(page: string): string[] {
  return [...page.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => target.replace(/#.*$/, ''))
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
}
