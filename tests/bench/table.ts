import type { Figures } from './measuring'

const COLUMNS: [string, keyof Figures][] = [
  ['p50 ms', 'p50_ms'],
  ['p95 ms', 'p95_ms'],
  ['SQL ms', 'sql_ms'],
  ['queries', 'queries'],
  ['rest ms', 'render_ms'],
  ['client p95', 'client_p95_ms'],
  ['bytes', 'bytes'],
]
const NAME_WIDTH = 28
const WIDTH = 11
/** The first line of the table. */
export const HEADINGS = `${''.padEnd(NAME_WIDTH)}${COLUMNS.map(([heading]) => heading.padStart(WIDTH)).join('')}`

/** A page's line of the table. */
export const lineOf = (figures: Figures) =>
  `${figures.name.padEnd(NAME_WIDTH)}${COLUMNS.map(([, key]) => String(figures[key]).padStart(WIDTH)).join('')}`

/** The figures of the run as a whole, one a line. */
export const totalsOf = (results: Record<string, unknown>) =>
  Object.entries(results)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => `${name.padEnd(NAME_WIDTH)}${String(value).padStart(WIDTH)}`)
    .join('\n')
