/**
 * Writes the next migration of each engine from the schema: `npm run migrations -- --name add_sections`.
 * SQLite's tables are made STRICT, and some WITHOUT ROWID, which drizzle-kit cannot say.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Tables that are hardly more than their key: without a row id they are their own index. */
const KEYS_ONLY = ['activity_competencies', 'changes']

const targets = [
  { engine: 'sqlite', dialect: 'sqlite', url: 'file:data/cairn.db' },
  { engine: 'postgres', dialect: 'postgresql', url: 'postgres://localhost/cairn' },
]

for (const { engine, dialect, url } of targets) {
  const folder = `drizzle/${engine}`
  execFileSync(
    'npx',
    [
      'drizzle-kit',
      'generate',
      `--dialect=${dialect}`,
      '--schema=./db/schema/index.ts',
      `--out=${folder}`,
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } },
  )
  if (engine === 'sqlite') addOptions(folder)
}

function addOptions(folder: string) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
    const path = `${folder}/${file}`
    const text = readFileSync(path, 'utf8')
    const complete = text.replace(
      /^(CREATE TABLE `(\w+)`[\s\S]*?\n\));$/gm,
      (_, made: string, name: string) =>
        `${made} STRICT${KEYS_ONLY.includes(name) ? ', WITHOUT ROWID' : ''};`,
    )
    if (complete !== text) writeFileSync(path, complete)
  }
}
