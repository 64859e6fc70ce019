import type { Answered } from './load'
import type { PageFigures } from './product'

const COLUMNS: [string, keyof PageFigures][] = [
  ['p50 ms', 'p50_ms'],
  ['p95 ms', 'p95_ms'],
  ['p99 ms', 'p99_ms'],
  ['SQL ms', 'sql_ms'],
  ['raw ms', 'raw_ms'],
  ['ratio', 'ratio'],
  ['queries', 'queries'],
  ['rows', 'rows'],
  ['client p95', 'client_p95_ms'],
  ['bytes', 'bytes'],
]
const LOADS: [string, keyof Answered][] = [
  ['asked /s', 'asked_per_second'],
  ['answered /s', 'answered_per_second'],
  ['p50 ms', 'p50_ms'],
  ['p95 ms', 'p95_ms'],
  ['p99 ms', 'p99_ms'],
]
const NAME_WIDTH = 32
const WIDTH = 12

const lineOf = (name: string, values: unknown[]) =>
  `${name.padEnd(NAME_WIDTH)}${values.map((value) => String(value ?? '–').padStart(WIDTH)).join('')}`

/** The headings of the table of pages, and a page's line of it. */
export const pageHeadings = lineOf(
  '',
  COLUMNS.map(([heading]) => heading),
)
export const pageLine = (figures: PageFigures) =>
  lineOf(
    figures.name,
    COLUMNS.map(([, key]) => figures[key]),
  )

/** What visits at a steady rate took, the first of them with headings. */
export const loadTable = (title: string, all: Answered[]) =>
  [
    lineOf(
      title,
      LOADS.map(([heading]) => heading),
    ),
    ...all.map((one) =>
      lineOf(
        one.name,
        LOADS.map(([, key]) => one[key]),
      ),
    ),
  ].join('\n')

/** The figures of the run as a whole, one a line. */
export const totalsOf = (results: Record<string, unknown>) =>
  Object.entries(results)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => lineOf(name, [value]))
    .join('\n')

/** How many times as long the pages take in the last size as in the first, by their medians. */
export function growthTable(sizes: { educators: number; pages: PageFigures[] }[]) {
  const [small, large] = [sizes[0]!, sizes.at(-1)!]
  const before = new Map(small.pages.map(({ name, p50_ms }) => [name, p50_ms]))
  const lines = large.pages.flatMap(({ name, p50_ms }) => {
    const once = before.get(name)
    return once ? lineOf(name, [once, p50_ms, Math.round((100 * p50_ms) / once) / 100]) : []
  })
  return [lineOf('medians', [small.educators, large.educators, 'grows']), ...lines].join('\n')
}
