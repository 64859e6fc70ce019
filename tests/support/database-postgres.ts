import pg from 'pg'
import { fingerprint } from './fingerprint'

const TEMPLATE_LOCK = 7_266_015
let server: pg.Pool | undefined
let made = 0

/** A copy of the template, which is prepared first where there is none. */
export async function fromTemplate(name: string, prepare: (url: string) => Promise<void>) {
  return database(await templateOf(name, prepare))
}

/** A database without tables. */
export async function bare() {
  return database('template0')
}

async function templateOf(name: string, prepare: (url: string) => Promise<void>) {
  const template = `cairn_${name}_${fingerprint()}`
  if (await exists(template)) return template

  const client = await maintenance().connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    if (await exists(template)) return template
    const staged = `${template}_${process.pid}`
    await client.query(`create database ${staged} template template0`)
    await prepare(urlOf(staged))
    await client.query(`alter database ${staged} rename to ${template}`)
    return template
  } finally {
    client.release(true)
  }
}

async function database(template: string) {
  const name = `cairn_test_${process.pid}_${++made}`
  await maintenance().query(`create database ${name} template ${template} strategy wal_log`)
  return {
    url: urlOf(name),
    drop: async () => {
      await maintenance().query(`drop database ${name} with (force)`)
    },
  }
}

async function exists(name: string) {
  const { rowCount } = await maintenance().query('select 1 from pg_database where datname = $1', [
    name,
  ])
  return rowCount === 1
}

/** Connections to the server's own database; none of them keeps the worker from ending. */
function maintenance() {
  server ??= new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 3,
    allowExitOnIdle: true,
  }).on('error', () => {})
  return server
}

function urlOf(name: string) {
  const url = new URL(process.env.DATABASE_URL!)
  url.pathname = `/${name}`
  return url.href
}
