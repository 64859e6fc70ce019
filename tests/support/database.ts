import { openStore, type Store } from '#db/client.server'
import { engine } from '#db/dialect'
import { migrate } from '#db/migrate.server'
import { seedWorld } from '#db/seed/world'
import { onTestFinished } from 'vitest'
import * as postgres from './database-postgres'
import * as sqlite from './database-sqlite'
import { DEMO_PASSWORD_HASH, WORLD_NOW } from './world'

/** A store on a database of its own, and where that is, for a second connection. */
export type TestStore = Store & { url: string }

const databases = engine === 'postgres' ? postgres : sqlite

/** The folder of the migrations for the engine that the tests run on. */
export const MIGRATIONS = `drizzle/${engine}`

/** A fresh database with the world of the tests in it; it goes away when the test has finished. */
export const openTestStore = () => open(databases.fromTemplate('world', prepareWorld))

/** A fresh database with all tables and no rows; it goes away when the test has finished. */
export const emptyStore = () => open(databases.fromTemplate('tables', prepareTables))

/** The URL of a database that has no tables yet; it goes away when the test has finished. */
export async function bareDatabase() {
  const { url, drop } = await databases.bare()
  onTestFinished(drop)
  return url
}

async function open(created: Promise<{ url: string; drop(): void | Promise<void> }>) {
  const { url, drop } = await created
  const store = await openStore(url, { connections: 5 })
  let closed: Promise<void> | null = null
  const close = () => (closed ??= store.close())
  onTestFinished(async () => {
    await close()
    await drop()
  })
  return { ...store, close, url } satisfies TestStore
}

async function prepareTables(url: string) {
  await migrate(url, MIGRATIONS)
}

async function prepareWorld(url: string) {
  await migrate(url, MIGRATIONS)
  const store = await openStore(url)
  try {
    await seedWorld(store, { now: WORLD_NOW, size: 'tests', passwordHash: DEMO_PASSWORD_HASH })
  } finally {
    await store.close()
  }
}
