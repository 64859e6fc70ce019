import type { Db } from './client.server'

type Entry = { value: Promise<unknown>; revision: string | null }

const MOST = 24
const kept = new WeakMap<Db, Map<string, Entry>>()

/** Found by its name, for the build brings a copy of this module of its own. */
const REVISION = Symbol.for('cairn.revision')
type Revised = { [REVISION]?: () => string | Promise<string> }

/**
 * Says how to ask a database for something that is another thing after each commit, whoever
 * committed. Handles of transactions have none.
 */
export function tellRevision(db: Db, revision: () => string | Promise<string>) {
  Object.assign(db, { [REVISION]: revision } satisfies Revised)
}

/** What `make` once made under this key for a database; what was asked for longest ago is dropped. */
export function keep<T>(db: Db, key: string, make: () => Promise<T>): Promise<T> {
  return entryOf(db, key, null, make)
}

/** Like `keep`, until something is written to the database; within a transaction nothing is kept. */
export async function keepUntilWritten<T>(db: Db, key: string, make: () => Promise<T>): Promise<T> {
  const revision = await (db as Revised)[REVISION]?.()
  return revision === undefined ? make() : entryOf(db, key, revision, make)
}

function entryOf<T>(db: Db, key: string, revision: string | null, make: () => Promise<T>) {
  const entries = kept.get(db) ?? new Map<string, Entry>()
  kept.set(db, entries)
  const known = entries.get(key)
  const entry = known?.revision === revision ? known : { value: make(), revision }
  entries.delete(key)
  entries.set(key, entry)
  if (entry !== known) {
    entry.value.catch(() => entries.get(key) === entry && entries.delete(key))
    const [oldest] = entries.keys()
    if (entries.size > MOST) entries.delete(oldest!)
  }
  return entry.value as Promise<T>
}
