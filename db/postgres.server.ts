import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { AnsweredQuery, Db, Store, StoreOptions } from './client.server'
import {
  type Changes,
  NO_DISTRICT,
  readLogger,
  tellChanges,
  watchWrites,
  type Written,
} from './changes.server'
import { numbersFrom, withNumbers } from './numbers.server'

/* No query takes so long that it would pay to compile it first, or to start others that help with it. */
const SETTINGS = '-c timezone=UTC -c jit=off -c max_parallel_workers_per_gather=0'
const TRIES = 10
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

/** A store on PostgreSQL: reads cannot write, and writes are serializable and tried again when they collide. */
export async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const readers = openPool(url, `${SETTINGS} -c default_transaction_read_only=on`, options)
  const writers = openPool(url, SETTINGS, options)
  const read = drizzle(readers, { logger: readLogger }) as unknown as Db
  const writing = new AsyncLocalStorage<{ noteStatement(text: string): void }>()
  const db = drizzle(writers, {
    logger: { logQuery: (text) => writing.getStore()?.noteStatement(text) },
  })
  tellChanges(read, changesIn(readers))
  let writes = 0
  const numbers = numbersFrom(db as unknown as Db)

  async function transact<T>(work: (tx: Db) => Promise<T>, tried = 1): Promise<T> {
    try {
      return await db.transaction(
        async (tx) => {
          if (tried > 1) await tx.execute(FIRST_TO_COMMIT)
          const watch = watchWrites(tx as unknown as Db)
          const result = await writing.run(watch, () =>
            withNumbers(numbers, () => work(tx as unknown as Db)),
          )
          if (watch.written.size > 0) await tx.execute(rowsOf(watch.written))
          return result
        },
        { isolationLevel: 'serializable' },
      )
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
      if (writes++ % WRITES_BETWEEN_SWEEPS === 0) await writers.query(SWEEP)
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
  if (onQuery) {
    timeQueries(pool, onQuery)
    pool.on('connect', (client) => timeQueries(client, onQuery))
  }
  return pool
}

/* Each transaction leaves its number with the tables it wrote to: a row that all change would hold writers up. */
function rowsOf(written: Written) {
  const rows = [...written].flatMap(([districtId, tables]) =>
    [...tables].map((table) => ({ district_id: districtId, table_name: table })),
  )
  return sql`insert into changes (district_id, table_name, revision)
    select district_id, table_name, pg_current_xact_id()::text::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}) as row (district_id integer, table_name text)`
}

/* All others write to this table last, so that nobody commits before what has collided and is tried again. */
const FIRST_TO_COMMIT = sql`lock table changes in share row exclusive mode`

const WRITES_BETWEEN_SWEEPS = 1000
/** So many transactions later a mark counts as too old, and what led to it can go. */
const REMEMBERED = 20_000
const OLDEST = `pg_snapshot_xmin(pg_current_snapshot())::text::bigint - ${REMEMBERED}`

/* A copy of a database in another server may have numbers that are still to come there. */
const SWEEP = `delete from changes where revision < ${OLDEST}
  or revision > pg_snapshot_xmax(pg_current_snapshot())::text::bigint`

/* A mark is what a reader sees at a moment, as PostgreSQL tells it. */
function changesIn(pool: pg.Pool): Changes {
  return {
    async mark() {
      const { rows } = await pool.query<{ mark: string }>(
        'select pg_current_snapshot()::text as mark',
      )
      return rows[0]!.mark
    },
    async unchangedSince(mark, districtId, tables) {
      const { rows } = await pool.query<{ mark: string; changed: boolean }>({
        name: 'changes since',
        text: `select pg_current_snapshot()::text as mark,
            pg_snapshot_xmin($1::pg_snapshot)::text::bigint < ${OLDEST} or exists (
              select 1 from changes where district_id in (${NO_DISTRICT}, $2) and table_name = any ($3)
              and revision >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
              and not pg_visible_in_snapshot(revision::text::xid8, $1::pg_snapshot)
            ) as changed`,
        values: [mark, districtId, tables],
      })
      const [{ mark: now, changed }] = rows as [{ mark: string; changed: boolean }]
      return changed ? null : now
    },
  }
}

function isCollision(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || (!!cause && isCollision(cause))
}

/* A pool that is asked asks a client with a callback; that is told once, by the pool, to whoever asked. */
function timeQueries(asked: pg.Pool | pg.PoolClient, onQuery: (query: AnsweredQuery) => void) {
  const query = asked.query.bind(asked) as (...given: unknown[]) => unknown
  asked.query = ((...given: unknown[]) => {
    if (typeof given.at(-1) === 'function') return query(...given)
    const started = performance.now()
    const tell = (result?: pg.QueryResult) =>
      onQuery({
        ...textOf(given),
        milliseconds: performance.now() - started,
        rows: result?.rowCount ?? 0,
      })
    const answer = query(...given) as Promise<pg.QueryResult>
    void answer.then(tell, () => tell())
    return answer
  }) as typeof asked.query
}

/* A query is given as a text or as a configuration, its values beside it or in it. */
function textOf([query, beside]: unknown[]): Pick<AnsweredQuery, 'text' | 'values'> {
  const { text, values } =
    typeof query === 'string' ? { text: query, values: undefined } : (query as pg.QueryConfig)
  return { text, values: values ?? (Array.isArray(beside) ? beside : []) }
}
