/** Why the quotation marks of a line cannot be read. */
export type LineFault = 'unclosed_quote' | 'stray_quote'

/**
 * Splits one line of a CSV file into its cells (RFC 4180 §2). OneRoster allows no line break
 * inside a cell (1.2.1 §2.2), so that every line is a row, and a quotation mark in the wrong
 * place spoils one row and never the rest of the file, as it does with a general CSV reader.
 *
 * Lenient splitting lets quotation marks stand inside a cell that does not begin with one, and
 * blanks after a closing one.
 */
export function cellsOfLine(
  line: string,
  delimiter: string,
  mode: 'strict' | 'lenient',
): string[] | LineFault {
  if (!line.includes('"')) return line.split(delimiter)

  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      const quoted = quotedCell(line, at)
      if (!quoted) return 'unclosed_quote'
      const end = nextDelimiter(line, delimiter, quoted.end)
      const rest = line.slice(quoted.end, end)
      if (mode === 'strict' ? rest !== '' : rest.trim() !== '') return 'stray_quote'
      cells.push(quoted.text)
      at = end + 1
    } else {
      const end = nextDelimiter(line, delimiter, at)
      const cell = line.slice(at, end)
      if (mode === 'strict' && cell.includes('"')) return 'stray_quote'
      cells.push(cell)
      at = end + 1
    }
  }
  return cells
}

function nextDelimiter(line: string, delimiter: string, from: number): number {
  const found = line.indexOf(delimiter, from)
  return found < 0 ? line.length : found
}

/** The text of a cell in quotation marks, and where the line goes on after it. */
function quotedCell(line: string, start: number): { text: string; end: number } | null {
  let text = ''
  let from = start + 1
  for (;;) {
    const quote = line.indexOf('"', from)
    if (quote < 0) return null
    const isDoubled = line[quote + 1] === '"'
    text += line.slice(from, isDoubled ? quote + 1 : quote)
    from = quote + (isDoubled ? 2 : 1)
    if (!isDoubled) return { text, end: from }
  }
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** The character between the cells, judged by the header: a European Excel writes `;`. */
export function delimiterOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => unquoted.split(delimiter).length
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ',')
}
