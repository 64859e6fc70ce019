/**
 * Writes the next migration of each engine from the schema: `npm run migrations -- --name add_sections`.
 * SQLite's tables are made STRICT, which drizzle-kit cannot say.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

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
  if (engine === 'sqlite') makeStrict(folder)
}

function makeStrict(folder: string) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
    const path = `${folder}/${file}`
    const text = readFileSync(path, 'utf8')
    const strict = text.replace(/^(CREATE TABLE [\s\S]*?\n\));$/gm, '$1 STRICT;')
    if (strict !== text) writeFileSync(path, strict)
  }
}
