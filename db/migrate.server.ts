import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { engineOf } from './dialect'
import { teachPlanner } from './planner.server'
import { openDurable, pathOf } from './sqlite.server'

export type Migration = { name: string; hash: string; text: string }
export type MigrationReport = {
  /** Names of the migrations that this call applied. */
  applied: string[]
  /** The copy made before, when there was something to copy. */
  backup: string | null
}

const CREATE_LOG =
  'create table if not exists migrations (name text primary key, hash text not null, applied_at text not null)'
const ADVISORY_LOCK = 7_266_014

/** The migrations of a folder, in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const hash = createHash('sha256').update(text).digest('hex')
      return { name: file.replace(/\.sql$/, ''), hash, text }
    })
}

/**
 * Brings a database up to date, creating a SQLite file when there is none. Before it changes a
 * SQLite file that holds something, it makes a copy beside it. One process at a time migrates;
 * others wait.
 *
 * @throws Error when an applied migration has changed since, when the database was made by a newer
 * release, when a foreign key would be broken, or when rows of a table disappear that the migration
 * does not name; nothing is changed then
 */
export async function migrate(url: string, folder: string): Promise<MigrationReport> {
  return engineOf(url) === 'postgres'
    ? migratePostgres(url, readMigrations(folder))
    : migrateSqlite(pathOf(url), readMigrations(folder))
}

function migrateSqlite(path: string, migrations: Migration[]): MigrationReport {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = !existsSync(path)
  const connection = openDurable(path, 'create')
  try {
    connection.exec(CREATE_LOG)
    const isCurrent = pendingOf(connection, migrations).length === 0
    const isEmpty = fresh || tablesOf(connection).length === 1
    const backup = isCurrent || isEmpty ? null : backUp(connection, path)
    const applied = isCurrent ? [] : applyPending(connection, migrations)
    teachPlanner(connection)
    return { applied, backup }
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    connection.close()
  }
}

function pendingOf(connection: Database.Database, migrations: Migration[]) {
  const rows = connection.prepare('select name, hash from migrations').all()
  return pending(migrations, rows as { name: string; hash: string }[])
}

function applyPending(connection: Database.Database, migrations: Migration[]) {
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  const pending = pendingOf(connection, migrations)
  for (const migration of pending) applyToSqlite(connection, migration)
  connection.exec('COMMIT')
  return pending.map(({ name }) => name)
}

function applyToSqlite(connection: Database.Database, migration: Migration) {
  const before = rowCounts(connection, migration)
  for (const statement of statementsOf(migration)) connection.exec(statement)
  const broken = connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`Migration ${migration.name} breaks foreign keys.`)
  compareCounts(migration, before, rowCounts(connection, migration))
  connection
    .prepare('insert into migrations values (?, ?, ?)')
    .run(migration.name, migration.hash, new Date().toISOString())
}

function backUp(connection: Database.Database, path: string) {
  const copy = `${path}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`
  connection.prepare('vacuum into ?').run(copy)
  return copy
}

function tablesOf(connection: Database.Database) {
  return connection
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
}

function rowCounts(connection: Database.Database, migration: Migration) {
  return new Map(
    tablesOf(connection)
      .filter((table) => table !== 'migrations' && !mayDrop(migration, table))
      .map((table) => [
        table,
        connection.prepare(`select count(*) from "${table}"`).pluck().get() as number,
      ]),
  )
}

async function migratePostgres(url: string, migrations: Migration[]): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(CREATE_LOG)
    const { rows } = await client.query('select name, hash from migrations')
    const due = pending(migrations, rows)
    for (const migration of due) await applyToPostgres(client, migration)
    return { applied: due.map(({ name }) => name), backup: null }
  } finally {
    await client.end()
  }
}

async function applyToPostgres(client: pg.Client, migration: Migration) {
  await client.query('begin')
  try {
    const before = await postgresCounts(client, migration)
    for (const statement of statementsOf(migration)) await client.query(statement)
    compareCounts(migration, before, await postgresCounts(client, migration))
    await client.query('insert into migrations values ($1, $2, $3)', [
      migration.name,
      migration.hash,
      new Date().toISOString(),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function postgresCounts(client: pg.Client, migration: Migration) {
  const tables = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
  )
  const counts = new Map<string, number>()
  for (const { tablename } of tables.rows) {
    if (mayDrop(migration, tablename)) continue
    const { rows } = await client.query<{ count: string }>(`select count(*) from "${tablename}"`)
    counts.set(tablename, Number(rows[0]!.count))
  }
  return counts
}

function pending(migrations: Migration[], applied: { name: string; hash: string }[]) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, hash } of applied) {
    const migration = known.get(name)
    if (!migration) throw new Error(`The database knows migration ${name}; this release does not.`)
    if (migration.hash !== hash) throw new Error(`Migration ${name} has changed since it ran.`)
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

const statementsOf = ({ text }: Migration) =>
  text.split('--> statement-breakpoint').filter((statement) => statement.trim() !== '')

/** A migration that is allowed to lose rows of a table says so: `-- drops rows of TABLE`. */
const mayDrop = ({ text }: Migration, table: string) =>
  new RegExp(`^-- drops rows of ${table}$`, 'm').test(text)

function compareCounts(
  { name }: Migration,
  before: Map<string, number>,
  after: Map<string, number>,
) {
  for (const [table, count] of before) {
    if (after.get(table) !== count) {
      throw new Error(
        `Migration ${name} would change table ${table} from ${count} rows to ${after.get(table) ?? 'none'}.`,
      )
    }
  }
}
