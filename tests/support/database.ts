import { type AnsweredQuery, openStore, type Store } from '#db/client.server'
import { engine } from '#db/dialect'
import { migrate } from '#db/migrate.server'
import { seedWorld } from '#db/seed/world'
import { isDay } from '~/domain/calendar'
import { freezeLastYear } from '~/domain/reports/demonstration.server'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import * as postgres from './database-postgres'
import * as sqlite from './database-sqlite'
import { DEMO_PASSWORD_HASH, WORLD_NOW } from './world'

/** A store on a database of its own, and where that is, for a second connection. */
export type TestStore = Store & { url: string }

const databases = engine === 'postgres' ? postgres : sqlite

/** The folder of the migrations for the engine that the tests run on. */
export const MIGRATIONS = `drizzle/${engine}`

/** A fresh database with the world of the tests in it; it goes away when the test has finished. */
export const openTestStore = () => openForTest(databases.fromTemplate('world', prepareWorld))

/** A fresh database with all tables and no rows; it goes away when the test has finished. */
export const emptyStore = () => openForTest(databases.fromTemplate('tables', prepareTables))

/**
 * One database with the world of the tests in it for all tests of a file, which leave it as it is.
 * Called outside of the tests.
 *
 * @returns what gives a test the store
 */
export const openFileStore = () => forFile(() => databases.fromTemplate('world', prepareWorld))

/** Like `openFileStore`, with all tables and no rows; a `beforeAll` that comes after it may fill it. */
export const emptyFileStore = () => forFile(() => databases.fromTemplate('tables', prepareTables))

function forFile(create: () => Created): () => TestStore {
  let store: TestStore | undefined
  let remove = async () => {}
  beforeAll(async () => {
    ;({ store, remove } = await open(create()))
  })
  afterAll(() => remove())
  return () => store!
}

/** The URL of a database that has no tables yet; it goes away when the test has finished. */
export async function bareDatabase() {
  const { url, drop } = await databases.bare()
  onTestFinished(drop)
  return url
}

type Created = Promise<{ url: string; drop(): void | Promise<void> }>

async function openForTest(created: Created) {
  const { store, remove } = await open(created)
  onTestFinished(remove)
  return store
}

async function open(created: Created) {
  const { url, drop } = await created
  const store = await openStore(url, { connections: 5, onQuery: refuseDaysAsText })
  let closed: Promise<void> | null = null
  const close = () => (closed ??= store.close())
  const remove = async () => {
    await close()
    await drop()
  }
  return { store: { ...store, close, url } satisfies TestStore, remove }
}

/**
 * Days are numbers, and SQLite would compare one with a text without a word; PostgreSQL refuses it. What is
 * inserted either looks at itself, and there are texts among it that may be days.
 */
function refuseDaysAsText({ text, values }: AnsweredQuery) {
  if (engine === 'postgres' || text.startsWith('insert')) return
  if (values.some((value) => typeof value === 'string' && isDay(value))) {
    throw new Error(`A day went to the database as text: ${text}`)
  }
}

async function prepareTables(url: string) {
  await migrate(url, MIGRATIONS)
}

async function prepareWorld(url: string) {
  await migrate(url, MIGRATIONS)
  const store = await openStore(url)
  try {
    await seedWorld(store, {
      now: WORLD_NOW,
      size: 'tests',
      freeze: freezeLastYear(WORLD_NOW),
      passwordHash: DEMO_PASSWORD_HASH,
      ruleSets: shippedRuleSets(),
    })
  } finally {
    await store.close()
  }
}
