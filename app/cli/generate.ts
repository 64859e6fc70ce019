import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { openStore } from '#db/client.server'
import { engineOf } from '#db/dialect'
import { bytesOf } from '#db/loading.server'
import { migrate } from '#db/migrate.server'
import { districts } from '#db/schema'
import type { GeneratedDistrict } from '#db/seed/generate'
import { sumRows } from '#db/seed/generate-many'
import { planDistricts, type Size } from '#db/seed/generated/sizes'
import { generateInto } from '#db/seed/generating'
import { pathOf } from '#db/sqlite.server'
import { hashPassword } from '~/domain/people/password-hash.server'
import { migrationFolder } from '~/server/migrations'
import { Failure } from './failure'
import type { Step } from './generate-progress'

/** What everybody who can sign in to a generated district signs in with. */
export const GENERATED_PASSWORD = 'only to be tried out'

export type Asked = Size & {
  years: number
  seed: number
  /** As many as there are cores when absent. */
  processes?: number
}

/** The districts with the addresses of who can sign in, and what it took. */
export type Generated = {
  districts: Omit<GeneratedDistrict, 'rows'>[]
  /** How many rows each table has. */
  rows: Record<string, number>
  seconds: number
  /** The size of the database. */
  bytes: number
}

/**
 * Fills an empty database, which is made where there is none, with invented districts. What stops it
 * leaves a database that cannot be served.
 *
 * @param tell is told how far it is
 * @throws Failure where there are districts, or where the numbers do not go together
 */
export async function generate(
  url: string,
  { years, seed, processes = cpus().length, ...size }: Asked,
  tell: (step: Step) => void = () => {},
  now = new Date(),
): Promise<Generated> {
  requireDivisible(size, seed)
  await requireEmpty(url)
  const started = performance.now()
  const passwordHash = await hashPassword(GENERATED_PASSWORD)
  const generated = await generateInto(
    url,
    migrationFolder(engineOf(url)),
    { ...size, years, seed, now, passwordHash, processes },
    { tell, made: (at, of) => tell({ index: { at, of } }) },
  )
  return {
    districts: generated.map(({ rows: _, ...district }) => district),
    rows: sumRows(generated),
    seconds: (performance.now() - started) / 1000,
    bytes: await bytesOf(url),
  }
}

async function requireEmpty(url: string) {
  const engine = engineOf(url)
  if (engine === 'sqlite' && !existsSync(pathOf(url))) return
  await migrate(url, migrationFolder(engine)).catch((error: Error) => {
    throw new Failure(error.message)
  })
  const store = await openStore(url)
  try {
    if ((await store.read.$count(districts)) === 0) return
    throw new Failure('This database has districts already. Generated ones fill an empty database.')
  } finally {
    await store.close()
  }
}

function requireDivisible(size: Size, seed: number) {
  try {
    planDistricts(size, seed)
  } catch (error) {
    throw error instanceof RangeError ? new Failure(error.message) : error
  }
}
