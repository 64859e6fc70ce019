import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './client.server'
import { engine } from './dialect'

/**
 * Tells the planner that a table has grown. PostgreSQL would otherwise go on, until the transaction
 * ends, with plans made for the small table, and read all of it for each foreign key it checks.
 */
export async function countAnew(db: Db, table: SQLiteTable) {
  if (engine !== 'postgres') return
  await (db as unknown as { execute(query: SQL): Promise<unknown> }).execute(sql`analyze ${table}`)
}
