import pg from 'pg'
import { fingerprint } from './fingerprint'

const TEMPLATE_LOCK = 7_266_015
let server: pg.Pool | undefined
let made = 0
const templates = new Map<string, Promise<string>>()
const ahead = new Map<string, ReturnType<typeof database>>()

/**
 * A copy of the template, which is prepared first where there is none. The copy for the next test is
 * made while this one runs.
 */
export async function fromTemplate(name: string, prepare: (url: string) => Promise<void>) {
  const finding = templates.get(name) ?? findTemplate(name, prepare)
  templates.set(name, finding)
  const template = await finding
  const copy = ahead.get(template) ?? database(template)
  const next = database(template)
  next.catch(() => {})
  ahead.set(template, next)
  return copy
}

/** A database without tables. */
export async function bare() {
  return database('template0')
}

/** The workers ask one after the other; the first of them prepares the template. */
async function findTemplate(name: string, prepare: (url: string) => Promise<void>) {
  const template = `cairn_${name}_${fingerprint()}`
  const client = await maintenance().connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const found = await client.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount === 1) return template
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
  /* Copying files takes half as long as writing them to a log that nobody needs here. */
  await maintenance().query(`create database ${name} template ${template} strategy file_copy`)
  return {
    url: urlOf(name),
    drop: () => {
      maintenance()
        .query(`drop database ${name} with (force)`)
        .catch(() => {})
    },
  }
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
