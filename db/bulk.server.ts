import type Database from 'better-sqlite3'
import { Column, getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './client.server'
import { engine } from './dialect'

/** Inserts rows of a table in the order given, each with the same values of some columns added. */
export type Bulk = <T extends SQLiteTable, K extends keyof T['$inferInsert'] = never>(
  table: T,
  rows: Omit<T['$inferInsert'], K>[],
  added?: Pick<T['$inferInsert'], K>,
) => Promise<void>

type Row = Record<string, unknown>
type Columns = [key: string, column: SQLiteColumn][]

const NOTHING = {} as never
const ROWS_AT_ONCE = 5000
const BULK_CACHE_KIB = 2_000_000

/**
 * A way to insert hundreds of thousands of rows in one transaction. It knows no districts: each row
 * names everything it has; what it leaves out has the default of its column, or is empty.
 *
 * @param tx the handle that `store.write` gives
 * @param isWholeHistory whether so much comes that every page that changes needs room
 */
export function bulkInto(tx: Db, isWholeHistory = true): Bulk {
  return engine === 'postgres' ? bulkIntoPostgres(tx) : bulkIntoSqlite(tx, isWholeHistory)
}

/** One prepared statement for each table. */
function bulkIntoSqlite(tx: Db, isWholeHistory: boolean): Bulk {
  const { $client: connection } = tx as unknown as { $client: Database.Database }
  if (isWholeHistory) connection.pragma(`cache_size = -${BULK_CACHE_KIB}`)
  const prepared = new Map<SQLiteTable, Database.Statement>()

  return async (table, rows, added = NOTHING) => {
    const columns = columnsOf(table)
    const statement = prepared.get(table) ?? connection.prepare(insertOf(table, columns))
    prepared.set(table, statement)
    const valuesOf = encoderOf(columns, added)
    for (const row of rows) statement.run(valuesOf(row))
  }
}

function insertOf(table: SQLiteTable, columns: Columns) {
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const values = columns.map(() => '?').join(', ')
  return `insert into "${getTableName(table)}" (${names}) values (${values})`
}

/** One array for each column, so that a statement has few parameters however many rows it brings. */
function bulkIntoPostgres(tx: Db): Bulk {
  const database = tx as unknown as PgDatabase<PgQueryResultHKT>

  return async (table, rows, added = NOTHING) => {
    const columns = columnsOf(table)
    const names = columns.map(([, { name }]) => sql.identifier(name))
    const valuesOf = encoderOf(columns, added)
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const values = rows.slice(start, start + ROWS_AT_ONCE).map(valuesOf)
      const arrays = columns.map(
        ([, column], position) =>
          sql`${sql.param(values.map((row) => row[position]))}::${sql.raw(column.getSQLType())}[]`,
      )
      await database.execute(
        sql`insert into ${table} (${sql.join(names, sql`, `)}) select * from unnest(${sql.join(arrays, sql`, `)})`,
      )
    }
  }
}

const columnsOf = (table: SQLiteTable): Columns => Object.entries(getTableColumns(table))

/** What a row of a table is for the driver, reckoned with millions of times. */
function encoderOf(columns: Columns, added: Row) {
  const fields = columns.map(([key, column]) => {
    const isSame = column.mapToDriverValue === Column.prototype.mapToDriverValue
    const convert = isSame ? null : (value: unknown) => column.mapToDriverValue(value)
    return { key, convert, otherwise: added[key] ?? column.default }
  })
  return (row: Row) =>
    fields.map(({ key, convert, otherwise }) => {
      const value = row[key] ?? otherwise ?? null
      return value === null || convert === null ? value : convert(value)
    })
}
