import { engine } from '#db/dialect'
import { pathOf } from '#db/sqlite.server'
import Database from 'better-sqlite3'
import pg from 'pg'

/** Runs statements on a database past every layer of ours, and answers the rows of the last one. */
export async function runSql(url: string, ...statements: string[]) {
  return engine === 'postgres' ? runOnPostgres(url, statements) : runOnSqlite(url, statements)
}

/** The names of the tables, but for the log of migrations. */
export async function tablesOf(url: string) {
  const rows = await runSql(
    url,
    engine === 'postgres'
      ? `select tablename as name from pg_tables where schemaname = 'public'`
      : `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  )
  return rows
    .map(({ name }) => String(name))
    .filter((name) => name !== 'migrations')
    .toSorted()
}

/** The columns of the tables, each as `table.column`. */
export async function columnsOf(url: string) {
  const rows = await runSql(
    url,
    engine === 'postgres'
      ? `select table_name || '.' || column_name as name from information_schema.columns
         where table_schema = 'public'`
      : `select m.name || '.' || c.name as name from sqlite_master m, pragma_table_info(m.name) c
         where m.type = 'table' and m.name not like 'sqlite_%'`,
  )
  return rows
    .map(({ name }) => String(name))
    .filter((name) => !name.startsWith('migrations.'))
    .toSorted()
}

type Row = Record<string, unknown>

function runOnSqlite(url: string, statements: string[]) {
  const connection = new Database(pathOf(url))
  try {
    let rows: Row[] = []
    for (const text of statements) {
      const statement = connection.prepare(text)
      rows = statement.reader ? (statement.all() as Row[]) : (statement.run(), [])
    }
    return rows
  } finally {
    connection.close()
  }
}

async function runOnPostgres(url: string, statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Row[] = []
    for (const text of statements) rows = (await client.query<Row>(text)).rows
    return rows
  } finally {
    await client.end()
  }
}
