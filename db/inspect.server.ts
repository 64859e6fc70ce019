import { existsSync } from 'node:fs'
import pg from 'pg'
import { engineOf } from './dialect'
import { readMigrations } from './migrate.server'
import { openDurable, pathOf } from './sqlite.server'

/** One thing that was looked at, and whether it is as it should be. */
export type Finding = { name: string; ok: boolean; detail: string }

/** Looks at a database without changing it: durability, integrity, migrations. */
export async function inspectDatabase(url: string, folder: string): Promise<Finding[]> {
  return engineOf(url) === 'postgres' ? inspectPostgres(url, folder) : inspectSqlite(url, folder)
}

function inspectSqlite(url: string, folder: string): Finding[] {
  const path = pathOf(url)
  if (!existsSync(path)) {
    return [{ name: 'database', ok: false, detail: `${path} is not there; run bin/cairn migrate` }]
  }
  const connection = openDurable(path)
  try {
    const version = connection.prepare('select sqlite_version()').pluck().get()
    const integrity = connection.pragma('integrity_check', { simple: true })
    const broken = (connection.pragma('foreign_key_check') as unknown[]).length
    const applied = connection.prepare('select name from migrations').pluck().all() as string[]
    return [
      { name: 'database', ok: true, detail: `SQLite ${String(version)}` },
      { name: 'durability', ok: true, detail: 'WAL, synchronous = FULL' },
      { name: 'integrity', ok: integrity === 'ok', detail: String(integrity) },
      { name: 'foreign keys', ok: broken === 0, detail: `${broken} broken` },
      migrations(folder, applied),
    ]
  } finally {
    connection.close()
  }
}

async function inspectPostgres(url: string, folder: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const ask = async (question: string) =>
      String(Object.values((await client.query(question)).rows[0] ?? {})[0] ?? '')
    const [version, fsync, commit, collation] = [
      await ask('show server_version'),
      await ask('show fsync'),
      await ask('show synchronous_commit'),
      await ask('select datcollate from pg_database where datname = current_database()'),
    ]
    const { rows } = await client.query<{ name: string }>('select name from migrations')
    return [
      { name: 'database', ok: Number.parseInt(version) >= 15, detail: `PostgreSQL ${version}` },
      {
        name: 'durability',
        ok: fsync === 'on' && commit !== 'off',
        detail: `fsync = ${fsync}, synchronous_commit = ${commit}`,
      },
      { name: 'collation', ok: collation.startsWith('C'), detail: collation },
      migrations(
        folder,
        rows.map(({ name }) => name),
      ),
    ]
  } finally {
    await client.end()
  }
}

function migrations(folder: string, applied: string[]): Finding {
  const names = readMigrations(folder).map(({ name }) => name)
  const missing = names.filter((name) => !applied.includes(name))
  return {
    name: 'migrations',
    ok: missing.length === 0,
    detail: missing.length === 0 ? `${applied.length} applied` : `missing ${missing.join(', ')}`,
  }
}
