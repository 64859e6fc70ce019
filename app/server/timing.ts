import { AsyncLocalStorage } from 'node:async_hooks'
import type { AnsweredQuery } from '#db/client.server'

/** What one request has spent in the database so far, and how many rows it got there. */
export type Timing = { sqlMilliseconds: number; queries: number; rows: number }

const storage = new AsyncLocalStorage<Timing>()

/** Adds up the time of one request across everything it awaits. */
export const timings = {
  run<T>(work: () => T): T {
    return storage.run({ sqlMilliseconds: 0, queries: 0, rows: 0 }, work)
  },
  current(): Timing | undefined {
    return storage.getStore()
  },
}

/** Reports one query to the request that made it; outside a request, to nobody. */
export function addQuery({ milliseconds, rows }: Pick<AnsweredQuery, 'milliseconds' | 'rows'>) {
  const timing = storage.getStore()
  if (!timing) return
  timing.sqlMilliseconds += milliseconds
  timing.queries += 1
  timing.rows += rows
}
