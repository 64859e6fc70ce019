import { and, eq, sql } from 'drizzle-orm'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db } from './client.server'
import { NUMBERS, type Numbers } from './id'
import { idNumbers } from './schema/numbers'

/** How many numbers are taken at once; so many are lost when a process is killed. */
const BLOCK = 65_536
const ONLY_ROW = 1
const FIRST = 1

type Range = { next: number; end: number }

/** The numbers of short identifiers that a store may use. */
export type TakenNumbers = Numbers & {
  /** Takes a block where less than half of one is left. To be awaited outside of any transaction. */
  refill(): Promise<void>
  /** Gives back what is left of the latest block, where nobody has taken one since; else it is lost. */
  giveBack(): Promise<void>
}

/** Runs a write whose new identifiers are these numbers. */
export const withNumbers = <T>(numbers: Numbers, work: () => Promise<T>): Promise<T> =>
  storage().run(numbers, work)

function storage() {
  const place = globalThis as { [NUMBERS]?: AsyncLocalStorage<Numbers> }
  return (place[NUMBERS] ??= new AsyncLocalStorage())
}

/**
 * Numbers from the row that all processes share, taken in blocks. None is given twice, whatever becomes of
 * the write or of the process that took it.
 *
 * @param db each statement of which is a transaction of its own
 */
export function numbersFrom(db: Db): TakenNumbers {
  let ranges: Range[] = []
  let taking: Promise<void> | null = null

  async function take() {
    const [row] = await db
      .insert(idNumbers)
      .values({ id: ONLY_ROW, next: FIRST + BLOCK })
      .onConflictDoUpdate({
        target: idNumbers.id,
        set: { next: sql`${idNumbers.next} + ${BLOCK}` },
      })
      .returning({ end: idNumbers.next })
    ranges.push({ next: row!.end - BLOCK, end: row!.end })
  }

  return {
    next() {
      while (ranges[0] && ranges[0].next === ranges[0].end) ranges.shift()
      return ranges[0] && ranges[0].next++
    },
    async refill() {
      const left = ranges.reduce((sum, { next, end }) => sum + end - next, 0)
      if (left >= BLOCK / 2) return
      taking ??= take().finally(() => (taking = null))
      await taking
    },
    async giveBack() {
      const last = ranges.at(-1)
      ranges = []
      if (!last) return
      await db
        .update(idNumbers)
        .set({ next: last.next })
        .where(and(eq(idNumbers.id, ONLY_ROW), eq(idNumbers.next, last.end)))
        .catch(() => {})
    },
  }
}
