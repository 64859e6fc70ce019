import { getTableName } from 'drizzle-orm'
import { type Changes, changesOf, noteRead, readBy } from './changes.server'
import type { Db } from './client.server'
import { districts } from './schema/districts'

type Made<T> = { made: T; tables: readonly string[] }
type Entry<T> = { value: Promise<Made<T>>; mark: string }
type Entries<T> = Map<string, Entry<T>>

const MOST = 500
/** What everything that is made for a district may depend on. */
const SETTINGS = [getTableName(districts)]
const kept = new WeakMap<Db, Entries<unknown>>()

/** What `make` once made under this key for a database; what was asked for longest ago is dropped. */
export async function keep<T>(db: Db, key: string, make: () => Promise<T>): Promise<T> {
  const entries = entriesOf<T>(db)
  const { value } = entries.get(key) ?? { value: make().then((made) => ({ made, tables: [] })) }
  put(entries, key, { value, mark: '' })
  return (await value).made
}

/** What was made of a day before the one that it is made of now. */
export type Earlier<T> = { day: string; made: T }

/** As `keep`, of what grows from day to day: `make` may go on from the latest day that is kept. */
export const keepOfDay = <T>(
  db: Db,
  key: string,
  day: string,
  make: (earlier: Earlier<T> | null) => Promise<T>,
) => keep(db, `${key}/${day}`, async () => make(await latestBefore<T>(db, key, day)))

async function latestBefore<T>(db: Db, key: string, day: string): Promise<Earlier<T> | null> {
  const entries = entriesOf<T>(db)
  const days = [...entries.keys()]
    .filter((each) => each.startsWith(`${key}/`) && each < `${key}/${day}`)
    .map((each) => each.slice(key.length + 1))
  const latest = days.toSorted().at(-1)
  if (latest === undefined) return null
  const { made } = await entries.get(`${key}/${latest}`)!.value
  return { day: latest, made }
}

/** The same database for work that is done once: what it keeps is gone when it is over. */
export const apart = (db: Db): Db => Object.create(db)

/**
 * Like `keep`, until rows are written of a table that was read to make it, be they of the district or of
 * none, or the settings of the district. Within a transaction nothing is kept.
 */
export async function keepUntilWritten<T>(
  db: Db,
  districtId: number,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const changes = changesOf(db)
  if (!changes) return make()
  const entries = entriesOf<T>(db)
  const known = entries.get(key)
  if (known) {
    const { made, tables } = await known.value
    const mark = await changes.unchangedSince(known.mark, districtId, tables)
    if (mark !== null) {
      put(entries, key, { ...known, mark })
      noteRead(tables)
      return made
    }
    if (entries.get(key)?.value === known.value) entries.delete(key)
  }
  // What is there now was begun after it was asked for.
  const { value } = entries.get(key) ?? (await begin(entries, changes, key, make))
  const { made, tables } = await value
  noteRead(tables)
  return made
}

async function begin<T>(
  entries: Entries<T>,
  changes: Changes,
  key: string,
  make: () => Promise<T>,
) {
  const mark = await changes.mark()
  const entry = entries.get(key) ?? { mark, value: readBy(make, SETTINGS) }
  put(entries, key, entry)
  return entry
}

function entriesOf<T>(db: Db) {
  const entries = kept.get(db) ?? new Map()
  kept.set(db, entries)
  return entries as Entries<T>
}

function put<T>(entries: Entries<T>, key: string, entry: Entry<T>) {
  const isNew = entries.get(key)?.value !== entry.value
  entries.delete(key)
  entries.set(key, entry)
  if (!isNew) return
  entry.value.catch(() => entries.get(key)?.value === entry.value && entries.delete(key))
  const [oldest] = entries.keys()
  if (entries.size > MOST) entries.delete(oldest!)
}
