/**
 * Measures what the planner of SQLite is told (`db/planner.server.ts`) on a generated district:
 * `npx tsx db/measure-statistics.ts`, after an index was added or changed. Takes some minutes.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from './client.server'
import { migrate } from './migrate.server'
import { guess, indexesOf } from './planner.server'
import { generateDistrict } from './seed/generate'
import { licenseEverybody } from './seed/generated/licensing'
import { openDurable } from './sqlite.server'

const folder = mkdtempSync(join(tmpdir(), 'cairn-statistics-'))
const path = join(folder, 'cairn.db')
try {
  await migrate(`file:${path}`, 'drizzle/sqlite')
  const store = await openStore(`file:${path}`)
  const now = new Date('2026-11-20T15:00:00Z')
  const size = { educators: 6000, schools: 150, years: 5 }
  const { slug } = await generateDistrict(store, { ...size, seed: 1, now, passwordHash: '' })
  await licenseEverybody(store, slug, now, 1)
  await store.close()
  writeFileSync('db/planner-statistics.json', `${JSON.stringify(measure(), null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure() {
  const connection = openDurable(path)
  connection.exec('analyze')
  const rows = connection
    .prepare('select idx, stat from sqlite_stat1 where idx is not null')
    .raw()
    .all() as [string, string][]
  const found = new Map(rows)
  const statistics = indexesOf(connection).map((index) => {
    const stat = found.get(index.name)
    const isEmpty = !stat || stat.startsWith('0')
    return [index.name, isEmpty ? guess(index) : completed(stat, guess(index))] as const
  })
  connection.close()
  return Object.fromEntries(statistics)
}

/** What was measured, with the guess for columns that tell no rows of the generated district apart. */
function completed(stat: string, guessed: string) {
  const [rows, ofDistrict, ...same] = stat.split(' ').map(Number)
  const assumed = guessed.split(' ').slice(2).map(Number)
  const completed = same.map((count, at) =>
    count === rows ? Math.min(count, assumed[at]!) : count,
  )
  return [rows, ofDistrict, ...completed].filter((it) => it !== undefined).join(' ')
}
