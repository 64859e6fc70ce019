import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { type Engine, engine, engineOf } from './dialect'
import { openPostgres } from './postgres.server'
import { openSqlite } from './sqlite.server'

/** Looked for in the browser's bundle by a test: it must never be there. */
export const SERVER_ONLY_MARKER = 'cairn-server-only-6f1d'

/** Drizzle's query builders, over either engine. */
export type Db = BaseSQLiteDatabase<'async', unknown, Record<string, never>>

/** The two ways to the data. */
export type Store = {
  engine: Engine
  /** For reading only; an attempt to write through it fails. */
  read: Db
  /**
   * Runs the work in a transaction that no other write can interleave with, and commits when it
   * resolves. On PostgreSQL the work may run more than once.
   *
   * @throws Error when called inside another `write`
   */
  write<T>(work: (tx: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A statement as the driver got it, how long it took, and how many rows it gave or changed. */
export type AnsweredQuery = {
  text: string
  values: readonly unknown[]
  milliseconds: number
  rows: number
}

export type StoreOptions = {
  /** Told of each statement once it is answered. */
  onQuery?: (query: AnsweredQuery) => void
  /** Told of each write that took longer than 200 ms. */
  onSlowWrite?: (milliseconds: number) => void
  /** Connections of the PostgreSQL pool; 10 by default. */
  connections?: number
}

/**
 * Opens a migrated database.
 *
 * @param url `file:PATH` for SQLite or `postgres://…`
 * @throws Error when SQLite cannot be opened durably, or the file does not exist
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (engineOf(url) !== engine) {
    throw new Error(`This process was started for ${engine}; it cannot open ${engineOf(url)}.`)
  }
  return engine === 'postgres' ? openPostgres(url, options) : openSqlite(url, options)
}
