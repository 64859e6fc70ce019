import { drizzle } from 'drizzle-orm/node-postgres'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Db, Store, StoreOptions } from './client.server'

const TRIES = 10
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

/** A store on PostgreSQL: writes are serializable and tried again when they collide. */
export async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    void client.query("set time zone 'UTC'")
    if (options.onQuery) timeQueries(client, options.onQuery)
  })
  const db = drizzle(pool)
  const writing = new AsyncLocalStorage<true>()

  async function transact<T>(work: (tx: Db) => Promise<T>, tried = 1): Promise<T> {
    try {
      return await db.transaction((tx) => writing.run(true, () => work(tx as unknown as Db)), {
        isolationLevel: 'serializable',
      })
    } catch (error) {
      if (tried === TRIES || !isCollision(error)) throw error
      await pause(Math.random() * 5 * 2 ** Math.min(tried, 6))
      return transact(work, tried + 1)
    }
  }

  return {
    engine: 'postgres',
    read: db as unknown as Db,
    async write(work) {
      if (writing.getStore()) throw new Error('A write cannot contain a write.')
      const started = performance.now()
      const result = await transact(work)
      const milliseconds = performance.now() - started
      if (milliseconds > 200) options.onSlowWrite?.(milliseconds)
      return result
    },
    close: () => pool.end(),
  }
}

function isCollision(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || (!!cause && isCollision(cause))
}

function timeQueries(client: pg.PoolClient, onQuery: (milliseconds: number) => void) {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  client.query = ((...given: unknown[]) => {
    const started = performance.now()
    const answer = query(...given)
    if (answer instanceof Promise) {
      return answer.finally(() => onQuery(performance.now() - started))
    }
    return answer
  }) as typeof client.query
}
