import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import cluster from 'node:cluster'
import type { Command } from 'commander'
import { type Environment, type Mode, readEnvironment } from '~/http/env.server'
import { Failure } from './failure'
import { print } from './print'

const built = fileURLToPath(new URL('../../build/server/index.js', import.meta.url))

/** `cairn serve`, `cairn demo` and `cairn dev`: the server in each of its modes. */
export function addServe(program: Command) {
  program
    .command('serve')
    .description('Serve the product. Migrates the database first; never seeds it.')
    .action(() => start('production'))
  program
    .command('demo')
    .description('Serve a throw-away database with two sample districts.')
    .action(startDemo)
  program
    .command('dev')
    .description('Serve for development: the demonstration, built anew on each change.')
    .action(() => startDemo('development'))
}

async function start(mode: Mode) {
  const environment = readEnvironment(mode)
  requireBuild()
  await serveWith(environment)
}

async function startDemo(mode: unknown = 'demo') {
  const isDevelopment = mode === 'development'
  if (!isDevelopment) requireBuild()
  const folder = await demoFolder()
  const environment = {
    ...readEnvironment(isDevelopment ? 'development' : 'demo'),
    dataDirectory: folder,
  }
  await serveWith(environment, async () => {
    const { fillDemo, printDemo } = await import('./demo')
    await fillDemo(environment)
    printDemo(environment)
  })
}

/** The workers of a demonstration find the folder that the first process made. */
async function demoFolder() {
  if (cluster.isWorker) return process.env.CAIRN_DEMO_FOLDER!
  const folder = await mkdtemp(join(tmpdir(), 'cairn-demo-'))
  process.env.CAIRN_DEMO_FOLDER = folder
  process.env.DATABASE_URL ??= `file:${join(folder, 'cairn.db')}`
  process.env.SECRET ??= randomBytes(32).toString('hex')
  process.on('exit', () => void rm(folder, { recursive: true, force: true }))
  return folder
}

/* The engine is chosen when the tables are first imported: only now is the database's address certain. */
async function serveWith(environment: Environment, prepare?: () => Promise<void>) {
  const { serve } = await import('~/server/serve')
  await serve(environment, prepare)
}

function requireBuild() {
  if (!existsSync(built)) {
    print('Building takes about half a minute; it is done once: npm run build')
    throw new Failure('There is no build yet. Run `npm run build` first.')
  }
}
