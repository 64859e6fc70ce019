import { basename } from 'node:path'
import { readFile } from 'node:fs/promises'
import type { Store } from '#db/client.server'
import { Invalid } from '~/domain/errors'
import { applyLicenses } from '~/domain/license-imports/applying.server'
import { planLicenses } from '~/domain/license-imports/planning.server'
import { readLicenseFile } from '~/domain/license-imports/reading.server'
import type { RejectedRow } from '~/domain/roster/roster'
import { writeScopeOf } from '~/domain/scope.server'
import { districtOf, OPERATOR } from './database'
import { Failure } from './failure'

export type LicenseImportOptions = {
  /** Tells what would change, and changes nothing. */
  dryRun?: boolean
  /** Changes nothing where a row cannot be used. */
  allOrNone?: boolean
  now?: Date
}

export type LicenseImport = {
  applied: boolean
  added: number
  changed: number
  unchanged: number
  rejected: RejectedRow[]
  /** The headers of columns that are not known, of which nothing was read. */
  leftOut: string[]
}

/**
 * Imports a file of licenses into a district, or tells what that would change.
 *
 * @param slug of the district
 * @throws Failure when there is no such district or file, or the file has not the columns it needs
 */
export async function importLicenseFile(
  store: Store,
  slug: string,
  path: string,
  { dryRun = false, allOrNone = false, now = new Date() }: LicenseImportOptions = {},
): Promise<LicenseImport> {
  const district = await districtOf(store, slug)
  const bytes = await readFile(path).catch(() => {
    throw new Failure(`There is no file ${path} that can be read.`)
  })
  const { rows, leftOut } = await readLicenseFile(bytes).catch(explain)
  const file = basename(path)
  return store.write(async (tx) => {
    const scope = writeScopeOf(tx, district, OPERATOR, now)
    const plan = await planLicenses(scope, file, rows)
    const { rejected } = plan
    const applied = !dryRun && !(allOrNone && rejected.length > 0)
    if (applied) return { applied, ...(await applyLicenses(scope, plan, file)), rejected, leftOut }
    const { added, changed, unchanged } = plan
    const counts = { added: added.length, changed: changed.length, unchanged }
    return { applied, ...counts, rejected, leftOut }
  })
}

function explain(error: unknown): never {
  throw error instanceof Invalid ? new Failure(error.message, 1) : error
}
