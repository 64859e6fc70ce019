import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { engineOf } from '#db/dialect'
import { migrate } from '#db/migrate.server'
import { Conflict } from '~/domain/errors'
import { createSetupLink } from '~/domain/people/setup.server'
import { readEnvironment } from '~/http/env.server'
import { migrationFolder } from '~/server/migrations'
import { commandEnvironment, withStore } from './database'
import { print, printJson } from './print'

/** `cairn setup` and `cairn migrate`. */
export function addSetup(program: Command) {
  program
    .command('setup')
    .description(
      'Prepare an installation: settings in .env, the database, the first administrator.',
    )
    .option('--origin <url>', 'the address people will type', 'http://localhost:3000')
    .option('--json', 'print one JSON object')
    .action(setUp)
  program
    .command('migrate')
    .description('Bring the database up to date; a copy of a SQLite file is made before.')
    .option('--json', 'print one JSON object')
    .action(async (options: { json?: boolean }) => {
      const report = await migrateDatabase()
      if (options.json) printJson(report)
      else print(report.applied.length ? `Applied ${report.applied.join(', ')}.` : 'Up to date.')
      if (!options.json && report.backup) print(`The database as it was before: ${report.backup}`)
    })
}

async function setUp(options: { origin: string; json?: boolean }): Promise<void> {
  const written = writeSettings(options.origin)
  process.loadEnvFile('.env')
  await migrateDatabase()
  const link = await withStore((store) => {
    const { origin } = readEnvironment('production')
    return store
      .write((tx) => createSetupLink(tx, origin, new Date()))
      .catch((error: unknown) => {
        if (error instanceof Conflict) return null
        throw error
      })
  })
  if (options.json) return void printJson({ settings: written, link })
  if (written.length > 0) print(`Wrote ${written.join(' and ')} to .env.`)
  if (link === null)
    return void print('Ready. There is an administrator already; start with `npm start`.')
  print('Ready. Start with `npm start`, then make yourself the first administrator here:')
  print(`  ${link}`)
  print('The link works once, for a day. Run this command again for a new one.')
}

/** Adds what is missing to `.env`, and changes nothing that is there. */
function writeSettings(origin: string) {
  const present = existsSync('.env') ? readFileSync('.env', 'utf8') : ''
  const settings = { ORIGIN: origin, SECRET: randomBytes(32).toString('base64url') }
  const missing = Object.entries(settings).filter(
    ([name]) => !new RegExp(`^${name}=`, 'm').test(present),
  )
  const lines = missing.map(([name, value]) => `${name}=${value}\n`)
  if (lines.length > 0) appendFileSync('.env', lines.join(''), { mode: 0o600 })
  return missing.map(([name]) => name)
}

async function migrateDatabase() {
  const { databaseUrl } = commandEnvironment()
  return migrate(databaseUrl, migrationFolder(engineOf(databaseUrl)))
}
