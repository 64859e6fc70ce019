import type { Reply } from '../support/visitor'

/** What the requests of one page took; times in milliseconds. */
export type Figures = {
  name: string
  /** Server time: from the request's arrival until the page is ready to be sent. */
  p50_ms: number
  p95_ms: number
  p99_ms: number
  /** Of it, the median time in the database, how many queries that were, and how many rows they gave. */
  sql_ms: number
  queries: number
  rows: number
  /** The median of what is left: loaders, rendering, everything else. */
  render_ms: number
  /** As the client sees it, to the last byte. */
  client_p95_ms: number
  /** Of the page as it goes over the wire, compressed. */
  bytes: number
}

/** One visit, which may take several requests: a redirect and the page after it. */
export type Visit = () => Promise<Reply[]>

type Sample = Record<'total' | 'sql' | 'queries' | 'rows' | 'client' | 'bytes', number>

const WARM_UP = 20

/**
 * Makes visits one after the other, the first of them without measuring.
 *
 * @throws Error when one of them fails
 */
export async function measure(name: string, visits: Visit[], requests: number): Promise<Figures> {
  const samples: Sample[] = []
  for (let number = -WARM_UP; number < requests; number++) {
    const visit = visits[(number + WARM_UP) % visits.length]!
    const started = performance.now()
    const replies = await visit()
    const client = performance.now() - started
    const failed = replies.find(({ status }) => status >= 400)
    if (failed) throw new Error(`${name} answered ${failed.status}.`)
    if (number >= 0) samples.push({ ...timesOf(replies), client })
  }
  const at = (share: number, value: (sample: Sample) => number) =>
    rounded(quantile(samples.map(value), share))
  return {
    name,
    p50_ms: at(0.5, ({ total }) => total),
    p95_ms: at(0.95, ({ total }) => total),
    p99_ms: at(0.99, ({ total }) => total),
    sql_ms: at(0.5, ({ sql }) => sql),
    queries: at(0.5, ({ queries }) => queries),
    rows: at(0.5, ({ rows }) => rows),
    render_ms: at(0.5, ({ total, sql }) => total - sql),
    client_p95_ms: at(0.95, ({ client }) => client),
    bytes: at(0.5, ({ bytes }) => bytes),
  }
}

function timesOf(replies: Reply[]): Omit<Sample, 'client'> {
  const sum = { total: 0, sql: 0, queries: 0, rows: 0, bytes: 0 }
  for (const { headers, body } of replies) {
    const timing = String(headers['server-timing'])
    sum.total += Number(/total;dur=([\d.]+)/.exec(timing)?.[1])
    sum.sql += Number(/sql;dur=([\d.]+)/.exec(timing)?.[1] ?? 0)
    const [, queries = 0, rows = 0] = /desc="(\d+) queries, (\d+) rows"/.exec(timing) ?? []
    sum.queries += Number(queries)
    sum.rows += Number(rows)
    sum.bytes += body.length
  }
  return sum
}

/** The value below which a share of them lies. */
export function quantile(values: number[], share: number) {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

export const rounded = (value: number) => Math.round(value * 100) / 100
