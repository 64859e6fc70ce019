import { drizzle } from 'drizzle-orm/node-postgres'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { AnsweredQuery, Db, Store, StoreOptions } from './client.server'
import { tellRevision } from './kept.server'
import { numbersFrom, withNumbers } from './numbers.server'

const TRIES = 10
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

/** A store on PostgreSQL: reads cannot write, and writes are serializable and tried again when they collide. */
export async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const readers = openPool(url, '-c timezone=UTC -c default_transaction_read_only=on', options)
  const writers = openPool(url, '-c timezone=UTC', options)
  const read = drizzle(readers) as unknown as Db
  const db = drizzle(writers)
  tellRevision(read, () => snapshotOf(readers))
  const writing = new AsyncLocalStorage<true>()
  const numbers = numbersFrom(db as unknown as Db)

  async function transact<T>(work: (tx: Db) => Promise<T>, tried = 1): Promise<T> {
    const numbered = (tx: Db) => writing.run(true, () => withNumbers(numbers, () => work(tx)))
    try {
      return await db.transaction((tx) => numbered(tx as unknown as Db), {
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
    read,
    async write(work) {
      if (writing.getStore()) throw new Error('A write cannot contain a write.')
      const started = performance.now()
      await numbers.refill()
      const result = await transact(work)
      const milliseconds = performance.now() - started
      if (milliseconds > 200) options.onSlowWrite?.(milliseconds)
      return result
    },
    close: async () => {
      await numbers.giveBack()
      await Promise.all([readers.end(), writers.end()])
    },
  }
}

function openPool(url: string, settings: string, { onQuery, connections = 10 }: StoreOptions) {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: settings })
  pool.on('error', () => {})
  if (onQuery) pool.on('connect', (client) => timeQueries(client, onQuery))
  return pool
}

/** Which transactions a reader sees now: another text after each commit. */
async function snapshotOf(pool: pg.Pool) {
  const { rows } = await pool.query<{ snapshot: string }>(
    'select pg_current_snapshot()::text as snapshot',
  )
  return rows[0]!.snapshot
}

function isCollision(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || (!!cause && isCollision(cause))
}

/* The pool asks with a callback as its last argument, a transaction waits for a promise. */
function timeQueries(client: pg.PoolClient, onQuery: (query: AnsweredQuery) => void) {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  client.query = ((...given: unknown[]) => {
    const started = performance.now()
    const tell = (result?: pg.QueryResult) =>
      onQuery({
        ...textOf(given),
        milliseconds: performance.now() - started,
        rows: result?.rowCount ?? 0,
      })
    const answered = given.at(-1)
    if (typeof answered === 'function') {
      const answeredTimed = (error: unknown, result?: pg.QueryResult) => {
        tell(result)
        answered(error, result)
      }
      return query(...given.slice(0, -1), answeredTimed)
    }
    const asked = query(...given) as Promise<pg.QueryResult>
    void asked.then(tell, () => tell())
    return asked
  }) as typeof client.query
}

/* A query is given as a text or as a configuration, its values beside it or in it. */
function textOf([query, beside]: unknown[]): Pick<AnsweredQuery, 'text' | 'values'> {
  const { text, values } =
    typeof query === 'string' ? { text: query, values: undefined } : (query as pg.QueryConfig)
  return { text, values: values ?? (Array.isArray(beside) ? beside : []) }
}
