import { getTableName, is, type Logger, Table } from 'drizzle-orm'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db } from './client.server'
import * as schema from './schema'

/** The district of rows that belong to none. */
export const NO_DISTRICT = 0

/** The tables that a transaction wrote to, by district. */
export type Written = Map<number, Set<string>>

type Mark = string

/** What a store's reading handle knows of the writes to its database, by whichever process. */
export type Changes = {
  /** What is committed at this moment. */
  mark(): Mark | Promise<Mark>
  /**
   * The moment itself, where nothing was written since the mark to any of the tables, neither in the
   * district nor what is of none; null where something was.
   */
  unchangedSince(
    mark: Mark,
    districtId: number,
    tables: readonly string[],
  ): Mark | null | Promise<Mark | null>
}

/** Found by name, for in development Vite has a copy of this module of its own. */
const CHANGES = Symbol.for('cairn.changes')
const WRITTEN = Symbol.for('cairn.written')
const READING = Symbol.for('cairn.reading')

type Watched = { [CHANGES]?: Changes; [WRITTEN]?: (districtId: number, table: string) => void }
type Shared = { [READING]?: AsyncLocalStorage<Set<string>> }

const reading = ((globalThis as Shared)[READING] ??= new AsyncLocalStorage<Set<string>>())

/** Says how a handle for reading learns what was written. */
export function tellChanges(db: Db, changes: Changes) {
  Object.assign(db, { [CHANGES]: changes } satisfies Watched)
}

/** Undefined for a handle of a transaction. */
export const changesOf = (db: Db) => (db as Watched)[CHANGES]

/** Runs some work, and tells which tables it read, also through what was kept, besides some that count as read. */
export async function readBy<T>(
  work: () => Promise<T>,
  besides: string[],
): Promise<{ made: T; tables: string[] }> {
  const tables = new Set(besides)
  // A query runs when it is waited for, which has to be within.
  const made = await reading.run(tables, async () => await work())
  return { made, tables: [...tables] }
}

/** Counts tables as read by the work around. */
export function noteRead(tables: Iterable<string>) {
  const around = reading.getStore()
  if (around) for (const table of tables) around.add(table)
}

/** Notes that a transaction writes rows of a district. */
export function noteWrite(db: Db, districtId: number, table: Table) {
  ;(db as Watched)[WRITTEN]?.(districtId, getTableName(table))
}

/** Listens to the statements of readers. */
export const readLogger: Logger = {
  logQuery: (text) => reading.getStore() && noteRead(wordsOf(text)),
}

/**
 * Notes what one transaction writes: rows of a district through its handle, which says so, and all else as
 * rows of no district.
 */
export function watchWrites(tx: Db) {
  const written: Written = new Map()
  const tables = new Set<string>()
  const add = (districtId: number, table: string) => {
    tables.add(table)
    written.set(districtId, (written.get(districtId) ?? new Set()).add(table))
  }
  Object.assign(tx, { [WRITTEN]: add } satisfies Watched)
  return {
    written,
    noteStatement(text: string) {
      const table = WRITES.exec(text)?.[1]
      if (table && !tables.has(table)) add(NO_DISTRICT, table)
    },
  }
}

const WRITES = /^\s*(?:insert into|update|delete from)\s+"?(\w+)"?/i

const names = new Set<string>(
  Object.values(schema)
    .filter((it): it is Extract<typeof it, Table> => is(it, Table))
    .map((table) => getTableName(table)),
)

/* A column may bear the name of a table: then one table too many counts as read, which is no fault. */
const words = new Map<string, string[]>()
const MOST_TEXTS = 2000

function wordsOf(text: string) {
  const known = words.get(text)
  if (known) return known
  const found = [...new Set(text.match(/\w+/g))].filter((word) => names.has(word))
  if (words.size >= MOST_TEXTS) words.clear()
  words.set(text, found)
  return found
}
