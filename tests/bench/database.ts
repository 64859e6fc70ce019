import { createHash } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStore } from '#db/client.server'
import { engine } from '#db/dialect'
import { migrate } from '#db/migrate.server'
import { STATE } from '#db/seed/day'
import type { GeneratedDistrict } from '#db/seed/generate'
import { sumRows } from '#db/seed/generate-many'
import { generateInto } from '#db/seed/generating'
import { hashPassword } from '~/domain/people/password-hash.server'
import { appointStateViewer } from '~/domain/states/appointing.server'
import { closeMonthsOnNewDays } from '~/jobs/month-closer.server'
import type { Bench } from './sizes'

/** The largest district, with the rows of all of them, and somebody of each part of the state. */
export type Measured = GeneratedDistrict & { senders: Sender[] }
/** An educator who sends what they did, in the district of a slug. */
export type Sender = { slug: string; email: string }

/** A database of its own for one run. */
export type BenchDatabase<T = Measured> = {
  url: string
  district: T
  /** The folder of this run, which goes away with the database. */
  folder: string
  bytes(): Promise<number>
  drop(): Promise<void>
}

/** What everybody who can sign in to a generated district signs in with. */
export const PASSWORD = 'only to be measured'

const MIGRATIONS = `drizzle/${engine}`
const SEED = 1
const SENDERS = 40
const GENERATED = 'db/seed/generated'
const GENERATOR = [
  ...readdirSync(GENERATED).map((file) => join(GENERATED, file)),
  'db/seed/generate.ts',
  'db/seed/generate-many.ts',
  'tests/bench/database.ts',
]
const kept = join(tmpdir(), `cairn-bench-${process.getuid?.() ?? 0}`)

/** A copy of the generated database of a size, which is made first where there is none of this month. */
export async function openDatabase(
  bench: Bench,
  say: (text: string) => void,
): Promise<BenchDatabase> {
  const named = `${bench.districts}_${bench.educators}`
  return openMade(named, say, GENERATOR, (url) => generate(url, bench))
}

/**
 * A copy of the database of a name, which is made first where there is none of this month.
 *
 * @param sources the files that say what is in it
 * @param make fills a migrated database
 */
export async function openMade<T>(
  named: string,
  say: (text: string) => void,
  sources: string[],
  make: (url: string) => Promise<T>,
): Promise<BenchDatabase<T>> {
  mkdirSync(kept, { recursive: true, mode: 0o700 })
  const name = `cairn_bench_${named}_${fingerprint(sources)}`
  const described = join(kept, `${name}_${engine}.json`)
  const databases = engine === 'postgres' ? onPostgres(name) : onSqlite(name)

  if (!existsSync(described) || !(await databases.exists())) {
    say(`Generating ${named} …`)
    const started = performance.now()
    const district = await databases.make(async (url) => {
      await migrate(url, MIGRATIONS)
      return make(url)
    })
    writeFileSync(described, JSON.stringify(district))
    say(`Generated in ${Math.round((performance.now() - started) / 1000)} s.`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-run-'))
  const copy = await databases.copy(folder)
  return {
    ...copy,
    folder,
    district: JSON.parse(readFileSync(described, 'utf8')) as T,
    async drop() {
      await copy.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The largest of the districts, with the rows of all of them. The months that are over are closed, and
 * its administrator compares the districts of the state.
 */
async function generate(
  url: string,
  { districts, educators, schools, years }: Bench,
): Promise<Measured> {
  const passwordHash = await hashPassword(PASSWORD)
  const size = { districts, educators, schools, years, seed: SEED, now: new Date(), passwordHash }
  const processes = cpus().length
  const generated = await generateInto(url, MIGRATIONS, { ...size, processes })
  const [largest] = generated as [GeneratedDistrict]
  const store = await openStore(url)
  try {
    await closeMonthsOnNewDays(store, new Map(), size.now, (error) => {
      throw error
    })
    await store.write((tx) =>
      appointStateViewer(tx, {
        state: STATE,
        email: largest.administrator,
        origin: 'https://cairn.example.org',
        now: size.now,
      }),
    )
  } finally {
    await store.close()
  }
  return { ...largest, rows: sumRows(generated), senders: spread(generated) }
}

/** Educators of the districts by how large these are: of every so many activities one is theirs. */
function spread(generated: GeneratedDistrict[]): Sender[] {
  const all = generated.reduce((sum, { rows }) => sum + rows.activities!, 0)
  const senders: Sender[] = []
  let passed = 0
  for (const { slug, educators, rows } of generated) {
    passed += rows.activities!
    const due = Math.round((passed / all) * SENDERS) - senders.length
    senders.push(...educators.slice(0, due).map((email) => ({ slug, email })))
  }
  return senders
}

/** Changes with the tables, with what is generated, and with the month, so that queues stay young. */
function fingerprint(sources: string[]) {
  const files = [
    ...readdirSync(MIGRATIONS).map((file) => join(MIGRATIONS, file)),
    ...sources,
  ].filter((file) => /\.(ts|sql)$/.test(file))
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 7))
  for (const file of files.toSorted()) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

type Make = <T>(generate: (url: string) => Promise<T>) => Promise<T>
type Copy = Pick<BenchDatabase, 'url' | 'bytes' | 'drop'>
type Databases = {
  exists(): Promise<boolean>
  make: Make
  copy(folder: string): Promise<Copy>
}

function onSqlite(name: string): Databases {
  const path = join(kept, `${name}.db`)
  return {
    exists: async () => existsSync(path),
    async make(generate) {
      const staged = `${path}.${process.pid}`
      const district = await generate(`file:${staged}`)
      renameSync(staged, path)
      return district
    },
    async copy(folder) {
      const copy = join(folder, 'cairn.db')
      copyFileSync(path, copy, constants.COPYFILE_FICLONE)
      return {
        url: `file:${copy}`,
        bytes: async () => statSync(copy).size,
        drop: async () => {},
      }
    },
  }
}

function onPostgres(name: string): Databases {
  const server = process.env.DATABASE_URL!
  const ask = async (query: string, url = server) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(query)).rows
    } finally {
      await client.end()
    }
  }
  const urlOf = (database: string) => Object.assign(new URL(server), { pathname: database }).href

  return {
    exists: async () =>
      (await ask(`select 1 from pg_database where datname = '${name}'`)).length > 0,
    async make(generate) {
      await ask(`drop database if exists ${name}`)
      const staged = `${name}_${process.pid}`
      await ask(`create database ${staged} template template0`)
      const district = await generate(urlOf(staged))
      await ask('vacuum analyze', urlOf(staged))
      await ask(`alter database ${staged} rename to ${name}`)
      return district
    },
    async copy() {
      const copy = `cairn_bench_run_${process.pid}`
      await ask(`create database ${copy} template ${name} strategy file_copy`)
      return {
        url: urlOf(copy),
        bytes: async () => Number((await ask(`select pg_database_size('${copy}') as b`))[0]!.b),
        drop: async () => void (await ask(`drop database ${copy} with (force)`)),
      }
    },
  }
}
