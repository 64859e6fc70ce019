import { createHash } from 'node:crypto'

/** A source of chance that always takes the same course from the same seed. */
export type Chance = ReturnType<typeof chanceOf>

/** Starts a source of chance. */
export function chanceOf(seed: string) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()

  /** At least 0 and below 1; the generator is mulberry32. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** A whole number, both ends included. */
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))

  return {
    between,
    happens: (probability: number) => next() < probability,
    pick: <T>(choices: readonly T[]): T => choices[between(0, choices.length - 1)]!,
    /** One of the keys, each as often as its weight says. */
    weigh: <K extends string>(weights: Record<K, number>): K => {
      const entries = Object.entries(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      return entries.find(([, weight]) => (left -= weight) < 0)?.[0] ?? entries[0]![0]
    },
  }
}
