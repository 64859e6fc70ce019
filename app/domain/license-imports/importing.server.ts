import { newId } from '#db/id'
import { and, eq, isNotNull, lt, or } from '#db/query.server'
import { licenseImports } from '#db/schema'
import { addDays, endOfDay } from '../calendar'
import { Conflict, Invalid, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { applyLicenses } from './applying.server'
import { DAYS_TO_APPLY, MAX_LICENSE_BYTES } from './columns'
import { planLicenses } from './planning.server'
import { type LicenseFile, readLicenseFile } from './reading.server'

const MEGABYTE = 1024 * 1024

/**
 * Keeps a file of licenses to be looked at. Files that were not applied within a week are forgotten.
 *
 * @returns the id of the import
 * @throws Invalid at `file` when it is too large, or as `readLicenseFile`
 * @throws Forbidden
 */
export async function startImport(
  scope: WriteScope,
  { name, bytes }: { name: string; bytes: Uint8Array },
) {
  authorize(scope.actor, 'license.import')
  if (bytes.length > MAX_LICENSE_BYTES) {
    throw new Invalid(
      'file',
      `“${name}” is larger than ${MAX_LICENSE_BYTES / MEGABYTE} MB. Nothing was kept. Hand it in in parts.`,
    )
  }
  const read = await readLicenseFile(bytes)
  if (read.rows.length === 0) {
    throw new Invalid('file', `“${name}” has no rows below the names of its columns.`)
  }
  await forgetOld(scope)
  const id = newId()
  await scope.db.insert(licenseImports).values({
    id,
    uploadedById: scope.actor.id,
    fileName: name,
    status: 'previewed',
    content: JSON.stringify(read),
    createdAt: scope.now,
  })
  await scope.record('license.file_uploaded', id, { fileName: name })
  return id
}

/**
 * Applies the good rows of an import, or, where that is wished, none if a row is rejected.
 *
 * @returns how many licenses were added and changed
 * @throws Invalid when none is to be applied because of a rejected row
 * @throws Conflict when it was applied already, or is not kept any more
 * @throws Forbidden · NotFound
 */
export async function applyImport(
  scope: WriteScope,
  id: string,
  { allOrNone }: { allOrNone: boolean },
) {
  authorize(scope.actor, 'license.import')
  const { content, fileName, status } = await requireImport(scope, id)
  if (status === 'applied') throw new Conflict('This file was applied already.')
  if (content === null) {
    throw new Conflict('This file is not kept any more. Hand it in again.')
  }
  const plan = await planLicenses(scope, fileName, content.rows)
  if (allOrNone && plan.rejected.length > 0) {
    throw new Invalid(
      'allOrNone',
      'Some rows were rejected, so none was applied. Correct them and hand the file in again.',
    )
  }
  const outcome = await applyLicenses(scope, plan, fileName)
  await scope.db
    .update(licenseImports)
    .set({
      status: 'applied',
      content: null,
      outcome,
      rejected: plan.rejected,
      appliedAt: scope.now,
    })
    .where(eq(licenseImports.id, id))
  return outcome
}

/** An import as it is stored. The caller has authorized it. @throws NotFound */
export async function requireImport(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      id: licenseImports.id,
      fileName: licenseImports.fileName,
      status: licenseImports.status,
      content: licenseImports.content,
      outcome: licenseImports.outcome,
      rejected: licenseImports.rejected,
      createdAt: licenseImports.createdAt,
      appliedAt: licenseImports.appliedAt,
    })
    .from(licenseImports)
    .where(eq(licenseImports.id, id))
  if (!row) throw new NotFound('No import.')
  const content = row.content === null ? null : (JSON.parse(row.content) as LicenseFile)
  return { ...row, content }
}

/** Files and rejected rows have license numbers in them, and are not kept for longer than they are needed. */
async function forgetOld(scope: WriteScope) {
  const oldest = endOfDay(addDays(scope.today, -DAYS_TO_APPLY - 1), scope.district.timeZone)
  const isKept = or(isNotNull(licenseImports.content), isNotNull(licenseImports.rejected))
  await scope.db
    .update(licenseImports)
    .set({ content: null, rejected: null })
    .where(and(lt(licenseImports.createdAt, oldest), isKept))
}
