import { setTimeout as pause } from 'node:timers/promises'
import { chanceOf } from '#db/seed/chance'
import { quantile, rounded, type Visit } from './measuring'

/** Visits that come so many times a second, by taking turns. */
export type Stream = { name: string; visits: Visit[]; perSecond: number }

/** How long the visits of a stream took as their people saw it, in milliseconds. */
export type Answered = {
  name: string
  asked_per_second: number
  answered_per_second: number
  p50_ms: number
  p95_ms: number
  p99_ms: number
}

/**
 * Makes visits at a steady rate, whether those before are answered or not: people do not wait for each
 * other. The times of a visit begin when it should have begun.
 *
 * @throws Error when one of them fails
 */
export async function atRate(streams: Stream[], seconds: number): Promise<Answered[]> {
  const started = performance.now()
  const times = streams.map((): number[] => [])
  const arrivals = streams
    .flatMap((stream, of) => {
      const count = Math.max(1, Math.round(stream.perSecond * seconds))
      return Array.from({ length: count }, (_, turn) => ({
        of,
        at: ((turn + (of + 1) / (streams.length + 1)) / count) * seconds * 1000,
        visit: stream.visits[turn % stream.visits.length]!,
      }))
    })
    .toSorted((one, other) => one.at - other.at)
  const under: Promise<void>[] = []
  for (const { of, at, visit } of arrivals) {
    const early = started + at - performance.now()
    if (early > 1) await pause(early)
    under.push(
      answered(visit, streams[of]!.name).then(
        () => void times[of]!.push(performance.now() - started - at),
      ),
    )
  }
  await Promise.all(under)
  const lasted = (performance.now() - started) / 1000
  return streams.map(({ name, perSecond }, of) => ({
    name,
    asked_per_second: rounded(perSecond),
    answered_per_second: rounded(times[of]!.length / lasted),
    p50_ms: rounded(quantile(times[of]!, 0.5)),
    p95_ms: rounded(quantile(times[of]!, 0.95)),
    p99_ms: rounded(quantile(times[of]!, 0.99)),
  }))
}

async function answered(visit: Visit, name: string) {
  const failed = (await visit()).find(({ status }) => status >= 400)
  if (failed) throw new Error(`${name} answered ${failed.status}.`)
}

/** How many visits a second are answered when so many people make them at once, one after the other. */
export async function saturate(visitOf: (turn: number) => Visit, clients: number, seconds: number) {
  const ends = performance.now() + seconds * 1000
  let made = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = client; performance.now() < ends; turn += clients) {
        await answered(visitOf(turn), 'a visit')
        made += 1
      }
    }),
  )
  return rounded(made / seconds)
}

/** The visit of a turn: each page as often as its weight says, in no order. */
export function mixed(pages: Record<string, { visits: Visit[]; weight: number }>) {
  const chance = chanceOf('mix')
  const weights = Object.fromEntries(
    Object.entries(pages).map(([name, { weight }]) => [name, weight]),
  )
  return (turn: number): Visit => {
    const { visits } = pages[chance.weigh(weights)]!
    return visits[turn % visits.length]!
  }
}
