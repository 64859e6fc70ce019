import { parseArgs } from 'node:util'
import { EDUCATORS_A_SCHOOL, type Size, SIZES as GENERATED } from '#db/seed/generated/sizes'

/** How large a world is to be measured, and how. */
export type Bench = Size & {
  size: string
  years: number
  /** Measured requests of each page. */
  requests: number
  /** Whether the evaluation of credit is measured instead of pages. */
  credit: boolean
  /** Whether assigning and keeping up pathways is measured instead of pages. */
  pathways: boolean
  /** Whether required trainings are measured instead of pages. */
  mandates: boolean
  /** Whether the number of educators was given. */
  isOfOwnSize: boolean
  /** Whether the last line is to be JSON. */
  json: boolean
}

const SIZES: Record<string, Size> = {
  demo: { districts: 1, educators: 120, schools: 3 },
  ...GENERATED,
}
const YEARS = 5

export const HELP = `Measures the pages of a real server on a generated district: npm run bench -- [options]

  --size NAMES       ${Object.keys(SIZES).join(', ')}, separated by commas; boston when absent
  --educators N      a district of another size, ${EDUCATORS_A_SCHOOL} to a school; several as above
  --requests N       measured requests of each page; 200 when absent
  --credit           the evaluation of credit instead of pages, on a made-up district of that size
  --pathways         assigning and keeping up pathways, with 4,000 educators and with 82,000
  --mandates         required trainings day by day and page by page, with 4,000 educators and with 82,000
  --json             prints the figures as JSON in the last line
  --help             shows this

DATABASE_URL=postgres://… measures on PostgreSQL; the user must be allowed to create databases.`

/**
 * Reads the command line: what is to be measured, one size after the other; nothing when it asks for help.
 *
 * @throws Error on what it does not know
 */
export function readArguments(words: string[]): Bench[] {
  const { values } = parseArgs({
    args: words,
    options: {
      size: { type: 'string', default: 'boston' },
      educators: { type: 'string' },
      requests: { type: 'string', default: '200' },
      credit: { type: 'boolean', default: false },
      pathways: { type: 'boolean', default: false },
      mandates: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return []

  const { credit, pathways, mandates, json, size } = values
  const requests = wholeNumber('--requests', values.requests)
  const measured = { years: YEARS, requests, credit, pathways, mandates, json }
  if (values.educators !== undefined) {
    return values.educators.split(',').map((text): Bench => {
      const educators = wholeNumber('--educators', text)
      const schools = Math.ceil(educators / EDUCATORS_A_SCHOOL)
      const own = { size: `${educators} educators`, districts: 1, educators, schools }
      return { ...measured, ...own, isOfOwnSize: true }
    })
  }
  return size.split(',').map((name): Bench => {
    const known = SIZES[name]
    if (!known) throw new Error(`--size is one of ${Object.keys(SIZES).join(', ')}.`)
    return { ...measured, size: name, ...known, isOfOwnSize: false }
  })
}

function wholeNumber(option: string, text: string) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${option} takes a whole number.`)
  return Number(text)
}
