import { existsSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cluster from 'node:cluster'
import type { Command } from 'commander'
import { type Environment, type Mode, readEnvironment, settleIn } from '~/http/env.server'
import { root } from '~/server/root'
import { Failure } from './failure'

/** `cairn serve`, `cairn demo` and `cairn dev`: the server in each of its modes. */
export function addServe(program: Command) {
  program
    .command('serve')
    .description('Serve the product. Migrates the database first; never seeds it.')
    .action(() => start('production'))
  program
    .command('demo')
    .description('Serve a throw-away database with two sample districts.')
    .action(() => startDemo())
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
  if (cluster.isPrimary) settleIn(await throwAwayFolder())
  const environment = readEnvironment(isDevelopment ? 'development' : 'demo')
  await serveWith(environment, async () => {
    const { fillDemo, printDemo } = await import('./demo')
    await fillDemo(environment)
    printDemo(environment)
  })
}

async function throwAwayFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-demo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/* The engine is chosen when the tables are first imported: only now is the database's address certain. */
async function serveWith(environment: Environment, prepare?: () => Promise<void>) {
  const { serve } = await import('~/server/serve')
  await serve(environment, prepare)
}

function requireBuild() {
  if (!existsSync(join(root, 'build/server/index.js'))) {
    throw new Failure('There is no build yet. Run `npm run build` first.')
  }
}
