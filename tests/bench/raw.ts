import { setTimeout as pause } from 'node:timers/promises'
import type { Statement } from 'better-sqlite3'
import pg from 'pg'
import { type AnsweredQuery, openStore } from '#db/client.server'
import { engine } from '#db/dialect'
import { openDurable, pathOf } from '#db/sqlite.server'
import { readEnvironment } from '~/http/env.server'
import { openFiles } from '../../app/server/files'
import { createLog } from '../../app/server/log'
import { hostOn } from '../../app/server/worker'
import { freePort } from '../support/free-port'
import { quantile, rounded, type Visit } from './measuring'

type Query = Pick<AnsweredQuery, 'text' | 'values'>

const ROUNDS = 5
/** How many visits of a page have their queries run again. */
const VISITS = 12

/** The product in this process, in one thread and without jobs, which tells the queries of a visit. */
export async function startListening(databaseUrl: string, dataDirectory: string) {
  const port = await freePort()
  const environment = readEnvironment('production', {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDirectory,
    PORT: String(port),
    ORIGIN: `http://127.0.0.1:${port}`,
    SECRET: 'a secret of a server that nobody else reaches',
  })
  let heard: Query[] = []
  const store = await openStore(databaseUrl, { onQuery: (query) => heard.push(query) })
  const log = createLog({ level: 'warn' })
  const host = await hostOn(store, { files: openFiles(environment), environment, log })
  await host.listen(port, '127.0.0.1')
  return {
    origin: environment.origin,
    close: () => host.close(),
    /** What a visit asks the database once everything that is kept between visits is there. */
    async queriesOf(visit: Visit): Promise<Query[]> {
      await visit()
      heard = []
      await visit()
      // What a page reads after it was sent belongs to it no less.
      await pause(5)
      return heard
    },
  }
}

export type Listening = Awaited<ReturnType<typeof startListening>>

/**
 * What the queries of a page take without the product: the driver alone, with prepared statements on
 * SQLite, one after the other.
 *
 * @returns the median of a visit in milliseconds; null for a page that writes
 */
export async function measureRaw(databaseUrl: string, listening: Listening, visits: Visit[]) {
  const asked: Query[][] = []
  for (const visit of visits.slice(0, VISITS)) asked.push(await listening.queriesOf(visit))
  if (asked.flat().some(({ text }) => /^\s*(insert|update|delete)/i.test(text))) return null
  const driver = engine === 'postgres' ? await onPostgres(databaseUrl) : onSqlite(databaseUrl)
  try {
    const times: number[] = []
    for (let round = -1; round < ROUNDS; round++) {
      for (const queries of asked) {
        const milliseconds = await driver.run(queries.filter(({ text }) => isQuestion(text)))
        if (round >= 0) times.push(milliseconds)
      }
    }
    return rounded(quantile(times, 0.5))
  } finally {
    await driver.close()
  }
}

const isQuestion = (text: string) => /^\s*(select|with)/i.test(text)

function onSqlite(url: string) {
  const connection = openDurable(pathOf(url))
  connection.pragma('query_only = ON')
  const prepared = new Map<string, Statement<unknown[]>>()
  const prepare = (text: string) => {
    if (!prepared.has(text)) prepared.set(text, connection.prepare<unknown[]>(text).raw())
    return prepared.get(text)!
  }
  return {
    async run(queries: Query[]) {
      const ready = queries.map(({ text, values }) => [prepare(text), values] as const)
      const started = performance.now()
      for (const [statement, values] of ready) statement.all(...values)
      return performance.now() - started
    },
    async close() {
      connection.close()
    },
  }
}

async function onPostgres(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    async run(queries: Query[]) {
      const started = performance.now()
      for (const { text, values } of queries) {
        await client.query({ text, values: [...values], rowMode: 'array' })
      }
      return performance.now() - started
    },
    close: () => client.end(),
  }
}
