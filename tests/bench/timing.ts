import { openStore, type Store } from '#db/client.server'
import { engine } from '#db/dialect'
import { districts } from '#db/schema'
import { findActorOfMember } from '~/domain/people/actor.server'
import { type Scope, scopeOf, type WriteScope, writeScopeOf } from '~/domain/scope.server'
import { openMade } from './database'
import { quantile, rounded } from './measuring'

/** What one thing takes; times in milliseconds. */
export type Figure = {
  name: string
  p50_ms: number
  p95_ms: number
  rows: number
  rows_a_second: number
}

/**
 * Measures a made district of each of some sizes, and how its medians grow from the first to the second.
 *
 * @param sources the files that say what is in it
 */
export async function measureSizes<S extends { educators: number }, T>(
  sizes: S[],
  say: (text: string) => void,
  given: {
    nameOf: (size: S) => string
    sources: string[]
    fill: (store: Store, size: S) => Promise<T>
    figuresOf: (store: Store, made: T) => AsyncGenerator<Figure>
  },
) {
  const measured: (S & { figures: Figure[] })[] = []
  for (const size of sizes) {
    const database = await openMade(given.nameOf(size), say, given.sources, async (url) => {
      const store = await openStore(url)
      try {
        return await given.fill(store, size)
      } finally {
        await store.close()
      }
    })
    const store = await openStore(database.url)
    say(`\n${size.educators} educators on ${engine}`)
    say(
      `${''.padEnd(44)}${['p50 ms', 'p95 ms', 'rows', 'rows/s'].map((it) => it.padStart(11)).join('')}`,
    )
    const figures: Figure[] = []
    try {
      for await (const figure of given.figuresOf(store, database.district)) {
        figures.push(figure)
        say(lineOf(figure))
      }
    } finally {
      await store.close()
      await database.drop()
    }
    measured.push({ ...size, figures })
  }
  const [small, large] = measured
  if (small && large) {
    say(`\nGrowth from ${small.educators} to ${large.educators}, medians:`)
    for (const [at, { name, p50_ms }] of large.figures.entries()) {
      say(`${name.padEnd(44)}${rounded(p50_ms / small.figures[at]!.p50_ms)}`)
    }
  }
  return { engine, measured }
}

const lineOf = ({ name, p50_ms, p95_ms, rows, rows_a_second }: Figure) =>
  `${name.padEnd(44)}${[p50_ms, p95_ms, rows, rows_a_second].map((it) => String(it).padStart(11)).join('')}`

/** Runs something so many times, and says what each of them took. */
export async function timed(
  name: string,
  runs: number,
  rows: number,
  run: (at: number) => Promise<unknown>,
  before?: () => Promise<unknown>,
) {
  const times: number[] = []
  for (let at = 0; at < runs; at++) {
    await before?.()
    const started = performance.now()
    await run(at)
    times.push(performance.now() - started)
  }
  return figure(name, times, rows)
}

/** What some runs took, each of which went through so many rows. */
export function figure(name: string, times: number[], each: number, rows = each): Figure {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return {
    name,
    p50_ms: rounded(quantile(times, 0.5)),
    p95_ms: rounded(quantile(times, 0.95)),
    rows,
    rows_a_second: Math.round((each / mean) * 1000),
  }
}

/** How somebody reads and writes. */
export async function doorsOf(store: Store, memberId: string) {
  const [district] = await store.read.select().from(districts)
  const now = () => new Date()
  const actor = (await findActorOfMember(store.read, district!, memberId, now()))!
  return {
    read: <T>(query: (scope: Scope) => Promise<T>) =>
      query(scopeOf(store.read, district!, actor, now())),
    write: <T>(command: (scope: WriteScope) => Promise<T>) =>
      store.write((tx) => command(writeScopeOf(tx, district!, actor, now()))),
  }
}
