import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { ServerBuild } from '@remix-run/node'
import type { Request, Response } from 'express'
import { openStore, type Store } from '#db/client.server'
import { districts } from '#db/schema'
import { printPdf } from '~/adapters/pdf.server'
import type { Context } from '~/http/context.server'
import type { Environment } from '~/http/env.server'
import { uploadLimit } from '~/http/paths'
import type { Repeating } from '~/jobs/repeat'
import { startRosterReader } from '~/jobs/roster-reader.server'
import { startDevelopment } from './dev'
import { openFiles } from './files'
import type { Readiness } from './health'
import { createHost, trustedProxies } from './host'
import { startJobs } from './jobs'
import type { Logger } from './log'
import { root } from './root'
import { addQuery } from './timing'

/* How much is kept in memory before it is cleaned up: half more than is in use. */
const GROWTH = '--heap-growing-percent=50'

/** Serves with a store of its own; one of the workers also does what goes on beside the requests. */
export async function startWorker(environment: Environment, log: Logger, runsJobs: boolean) {
  setFlagsFromString(GROWTH)
  const store = await openStore(environment.databaseUrl, {
    onQuery: environment.serverTiming ? addQuery : undefined,
    onSlowWrite: (milliseconds) => log.warn({ milliseconds }, 'a write took long'),
  })
  const files = openFiles(environment)
  const jobs = runsJobs ? startJobs(store, { files, environment, log }) : []
  const host = await hostOn(store, { files, environment, log, jobs })
  const port = await host.listen(environment.port)
  log.info({ port, origin: environment.origin, mode: environment.mode }, 'listening')
  return host
}

type Parts = Pick<Context, 'files' | 'environment'> & { log: Logger; jobs?: Repeating[] }

/** The product over an open database, which it closes, with its jobs, once it is closed itself. */
export async function hostOn(store: Store, { files, environment, log, jobs = [] }: Parts) {
  const rosters = startRosterReader(store, {
    report: (error) => log.error(error, 'a roster was not imported'),
  })
  const development = environment.mode === 'development' ? await startDevelopment() : undefined
  return createHost({
    build: development?.build ?? (await loadBuild()),
    clientDirectory: join(root, 'build/client'),
    development,
    origin: environment.origin,
    mode: environment.mode,
    trustProxy: trustedProxies(environment.trustProxy),
    isUpload: uploadLimit,
    loadContext: (request, response) =>
      contextOf(request, response, { store, files, rosters, environment, log }),
    checkReady: () => checkReady(store, environment),
    sqlTimings: environment.serverTiming,
    log,
    onClose: [
      ...jobs.map((job) => () => job.stop()),
      () => development?.close(),
      () => rosters.idle(),
      () => store.close(),
    ],
  })
}

async function loadBuild(): Promise<ServerBuild> {
  return import(pathToFileURL(join(root, 'build/server/index.js')).href)
}

function contextOf(
  request: Request,
  response: Response,
  parts: Pick<Context, 'store' | 'files' | 'rosters' | 'environment'> & { log: Logger },
): Context {
  const { log, ...given } = parts
  const requestId = String(response.locals.requestId)
  return {
    ...given,
    printPdf,
    nonce: String(response.locals.nonce),
    requestId,
    address: request.ip ?? '',
    now: new Date(),
    report: (error) => log.error({ id: requestId, err: error }, 'a request failed'),
  }
}

const LOW_DISK = 0.05

async function checkReady(store: Store, { dataDirectory }: Environment): Promise<Readiness> {
  const database = await check(async () => {
    await store.write(async (tx) => {
      await tx.select({ id: districts.id }).from(districts).limit(1)
    })
    return 'reads and takes the write lock'
  })
  const disk = await check(async () => {
    const { bavail, blocks } = await statfs(dataDirectory)
    if (bavail / blocks < LOW_DISK) throw new Error(`${Math.round((100 * bavail) / blocks)} % free`)
    return 'enough space'
  })
  return { ok: database.ok && disk.ok, checks: { database, disk } }
}

async function check(work: () => Promise<string>) {
  try {
    return { ok: true, detail: await work() }
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
