import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { AsyncLocalStorage } from 'node:async_hooks'
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

const BUSY = 5000
const MOST_STATEMENTS = 300
const PRAGMAS = [
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'recursive_triggers = ON',
  'journal_size_limit = 67108864',
  'secure_delete = FAST',
  'cache_size = -8192',
  'mmap_size = 268435456',
]

/** The path in a `file:` URL. */
export const pathOf = (url: string) => url.replace(/^file:(\/\/(?=\/))?/, '')

/**
 * Opens a SQLite file so that an acknowledged commit survives a power cut.
 *
 * better-sqlite3 is compiled to fall back to `synchronous = NORMAL` on an existing WAL database,
 * therefore the setting is made, and read back, on every open.
 *
 * @throws Error when the file is missing or the connection is not durable
 */
export function openDurable(path: string, mode: 'create' | 'existing' = 'existing') {
  const connection = new Database(path, { fileMustExist: mode === 'existing', timeout: BUSY })
  waitFor(() => connection.pragma('journal_mode = WAL'))
  for (const pragma of PRAGMAS) connection.pragma(pragma)
  const synchronous = connection.pragma('synchronous', { simple: true })
  const journal = connection.pragma('journal_mode', { simple: true })
  if (synchronous !== 2 || journal !== 'wal') {
    connection.close()
    throw new Error(`Refusing to open ${path}: the database would not be durable.`)
  }
  return connection
}

/* Turning a new file to WAL does not wait while another process does the same. */
function waitFor(work: () => void) {
  const deadline = Date.now() + BUSY
  for (;;) {
    try {
      return work()
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > deadline) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/** A store on one file: a read-only connection, and a write connection that is a queue. */
export function openSqlite(url: string, options: StoreOptions): Store {
  const path = pathOf(url)
  const writer = openDurable(path)
  const reader = openDurable(path)
  reader.pragma('query_only = ON')
  if (options.onQuery) {
    timeStatements(writer, options.onQuery)
    timeStatements(reader, options.onQuery)
  }
  reuseStatements(writer)
  reuseStatements(reader)

  const read = drizzle(reader, { logger: readLogger }) as unknown as Db
  let noteStatement = (_: string) => {}
  const tx = drizzle(writer, {
    logger: { logQuery: (text) => noteStatement(text) },
  }) as unknown as Db
  tellChanges(read, changesIn(reader))
  const writing = new AsyncLocalStorage<true>()
  const numbers = numbersFrom(tx)
  let queue: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: (tx: Db) => Promise<T>) {
    const started = performance.now()
    await numbers.refill()
    writer.exec('BEGIN IMMEDIATE')
    const watch = watchWrites(tx)
    noteStatement = watch.noteStatement
    try {
      const result = await writing.run(true, () => withNumbers(numbers, () => work(tx)))
      countWrites(writer, watch.written)
      writer.exec('COMMIT')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw error
    } finally {
      const milliseconds = performance.now() - started
      if (milliseconds > 200) options.onSlowWrite?.(milliseconds)
    }
  }

  return {
    engine: 'sqlite',
    read,
    write(work) {
      if (writing.getStore()) return Promise.reject(new Error('A write cannot contain a write.'))
      const turn = queue.then(() => transact(work))
      queue = turn.catch(() => {})
      return turn
    },
    async close() {
      await queue
      await numbers.giveBack()
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

/* The writes are counted: a table has the number of the one that wrote to it last. */
const COUNTED = ''

function countWrites(writer: Database.Database, written: Written) {
  if (written.size === 0) return
  const update = writer.prepare(
    'update changes set revision = ? where district_id = ? and table_name = ?',
  )
  const insert = writer.prepare(
    'insert into changes (revision, district_id, table_name) values (?, ?, ?)',
  )
  const revision = revisionIn(writer) + 1
  const set = (districtId: number, table: string) => {
    const { changes } = update.run(revision, districtId, table)
    if (changes === 0) insert.run(revision, districtId, table)
  }
  set(NO_DISTRICT, COUNTED)
  for (const [districtId, tables] of written) for (const table of tables) set(districtId, table)
}

const revisionIn = (connection: Database.Database) =>
  (connection
    .prepare(
      `select revision from changes where district_id = ${NO_DISTRICT} and table_name = '${COUNTED}'`,
    )
    .pluck()
    .get() as number | undefined) ?? 0

/* As long as no other connection has committed, not even that has to be asked. */
function changesIn(reader: Database.Database): Changes {
  const versionNow = () => reader.pragma('data_version', { simple: true }) as number
  let seen = { version: NaN, revision: 0 }
  const mark = () => {
    const version = versionNow()
    if (version !== seen.version) seen = { version, revision: revisionIn(reader) }
    return String(seen.revision)
  }
  return {
    mark,
    unchangedSince(since, districtId, tables) {
      const now = mark()
      if (now === since) return now
      const changed = reader
        .prepare(
          `select 1 from changes where district_id in (${NO_DISTRICT}, ?) and revision > ?
          and table_name in (select value from json_each(?)) limit 1`,
        )
        .get(districtId, Number(since), JSON.stringify(tables))
      return changed === undefined ? now : null
    },
  }
}

/* Prepares each text once; what was used longest ago is forgotten. */
function reuseStatements(connection: Database.Database) {
  const prepare = connection.prepare.bind(connection)
  const statements = new Map<string, Database.Statement>()
  connection.prepare = ((source: string) => {
    const known = statements.get(source)
    const statement = known ?? prepare(source)
    statements.delete(source)
    statements.set(source, statement)
    if (known?.reader) known.raw(false)
    const [oldest] = statements.keys()
    if (statements.size > MOST_STATEMENTS) statements.delete(oldest!)
    return statement
  }) as typeof connection.prepare
}

/* `run` tells how many rows it changed; a statement that failed has none. */
const ROWS_OF = {
  all: (answer: unknown) => (answer as unknown[] | undefined)?.length ?? 0,
  get: (answer: unknown) => (answer === undefined ? 0 : 1),
  run: (answer: unknown) => (answer as Database.RunResult | undefined)?.changes ?? 0,
}

function timeStatements(connection: Database.Database, onQuery: (query: AnsweredQuery) => void) {
  const prepare = connection.prepare.bind(connection)
  connection.prepare = ((source: string) => {
    const statement = prepare(source)
    for (const method of ['all', 'get', 'run'] as const) {
      const original = statement[method].bind(statement) as (...values: unknown[]) => unknown
      statement[method] = ((...values: unknown[]) => {
        const started = performance.now()
        let answer: unknown
        try {
          answer = original(...values)
          return answer
        } finally {
          const milliseconds = performance.now() - started
          onQuery({ text: source, values, milliseconds, rows: ROWS_OF[method](answer) })
        }
      }) as never
    }
    return statement
  }) as typeof connection.prepare
}
