import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { rmSync, statSync } from 'node:fs'
import pg from 'pg'
import { type Db, openStore, type Store } from './client.server'
import { engineOf } from './dialect'
import { migrate } from './migrate.server'
import { pathOf } from './sqlite.server'

/** What the list of migrations says for as long as a database is not whole, so that nothing opens it. */
const NOT_WHOLE = 'filled only halfway: throw this database away'
const CACHE_KIB = 2_000_000

/** How large a database is, in bytes. */
export async function bytesOf(url: string): Promise<number> {
  if (engineOf(url) !== 'postgres') return statSync(pathOf(url)).size
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('select pg_database_size(current_database()) as bytes')
    return Number(rows[0]!.bytes)
  } finally {
    await client.end()
  }
}

/** An index, a trigger or a foreign key, left out while rows come. */
type Rule = { drop: string; make: string }
type Loading = {
  store: Store
  rules: Rule[]
  execute(statement: string): Promise<unknown>
  close(): Promise<void>
}

/**
 * Fills a database with many rows, much faster than the product writes: indexes, triggers and foreign
 * keys come back at the end, and until then nothing is durable. The rows must be right by themselves. A
 * database that was left halfway is known as that by `migrate`, and cannot be served.
 *
 * @param url of a database that holds no districts yet; it is migrated first
 * @param folder of the migrations
 * @param fill writes the rows; it may have written some to other files by `loadPart`, and take them in
 * @param made told before each index and rule is made at the end: which one it is, and of how many
 */
export async function load<T>(
  url: string,
  folder: string,
  fill: (store: Store, takeIn: (part: string) => Promise<void>) => Promise<T>,
  made: (at: number, of: number) => void = () => {},
): Promise<T> {
  await migrate(url, folder)
  const { store, rules, execute, close } = await openForLoading(url)
  let filled: T
  try {
    await execute(`insert into migrations values ('${NOT_WHOLE}', '', '')`)
    for (const { drop } of rules) await execute(drop)
    filled = await fill(store, (part) => takePartIn(execute, part))
    for (const [at, { make }] of rules.toReversed().entries()) {
      made(at + 1, rules.length)
      await execute(make)
    }
    await execute(`delete from migrations where name = '${NOT_WHOLE}'`)
  } finally {
    await close()
  }
  await migrate(url, folder)
  return filled
}

/**
 * Writes rows to a database that another process takes in: to a file of its own where the engine is
 * SQLite, and to the database itself, which `load` has prepared, on PostgreSQL.
 */
export async function loadPart<T>(
  url: string,
  folder: string,
  fill: (store: Store) => Promise<T>,
): Promise<T> {
  if (engineOf(url) !== 'postgres') await migrate(url, folder)
  const { store, rules, execute, close } = await openForLoading(url)
  try {
    if (engineOf(url) !== 'postgres') for (const { drop } of rules) await execute(drop)
    return await fill(store)
  } finally {
    await close()
  }
}

/** Takes the rows of another SQLite file over, and removes it. */
async function takePartIn(execute: Loading['execute'], path: string) {
  const part = new Database(path, { fileMustExist: true })
  const tables = part
    .prepare(
      `select name from sqlite_master
      where type = 'table' and name not like 'sqlite_%' and name <> 'migrations'`,
    )
    .pluck()
    .all() as string[]
  part.close()
  await execute(`attach '${path.replaceAll("'", "''")}' as part`)
  for (const table of tables) {
    await execute(`insert into main."${table}" select * from part."${table}"`)
  }
  await execute('detach part')
  rmSync(path)
}

/** A database with the indexes, triggers and foreign keys that can be left out while rows come. */
export const openForLoading = async (url: string): Promise<Loading> =>
  engineOf(url) === 'postgres' ? loadPostgres(url) : loadSqlite(pathOf(url))

function loadSqlite(path: string): Loading {
  const connection = new Database(path, { fileMustExist: true })
  for (const pragma of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'locking_mode = EXCLUSIVE',
    'foreign_keys = OFF',
    `cache_size = -${CACHE_KIB}`,
    'threads = 2',
  ]) {
    connection.pragma(pragma)
  }
  const db = drizzle(connection) as unknown as Db
  const rules = connection
    .prepare(
      `select 'drop ' || type || ' "' || name || '"' as "drop", sql as make from sqlite_master
      where type in ('index', 'trigger') and sql is not null order by rowid`,
    )
    .all() as Rule[]
  return {
    rules,
    execute: async (statement) => connection.exec(statement),
    close: async () => void connection.close(),
    store: {
      engine: 'sqlite',
      read: db,
      async write(work) {
        connection.exec('BEGIN')
        const result = await work(db)
        connection.exec('COMMIT')
        return result
      },
      close: async () => {},
    },
  }
}

async function loadPostgres(url: string): Promise<Loading> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("set maintenance_work_mem = '512MB'")
  const store = await openStore(url)
  const { rows } = await client.query<Rule>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
    union all
    select format('drop index %I', indexname), indexdef from pg_indexes
    where schemaname = 'public' and indexname not in (select conname from pg_constraint)`,
  )
  return {
    store,
    rules: rows,
    execute: (statement) => client.query(statement),
    async close() {
      await store.close()
      await client.end()
    },
  }
}
