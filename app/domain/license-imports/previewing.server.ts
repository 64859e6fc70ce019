import { desc, eq } from '#db/query.server'
import { licenseImports, members } from '#db/schema'
import { NotFound } from '../errors'
import { labelOf, licenseChoices } from '../licenses/choices'
import { fullName } from '../people/name'
import { namesOf } from '../people/named.server'
import { authorize } from '../policy'
import { rejectionsCsv } from '../roster/rejections-csv.server'
import type { RejectedRow } from '../roster/roster'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { LICENSE_COLUMNS } from './columns'
import { requireImport } from './importing.server'
import { type LicensePlan, planLicenses } from './planning.server'

/** How many rows of a kind a preview shows. */
const SHOWN = 50
const LATEST = 10

/** The latest imports, newest first. @throws Forbidden */
export async function listImports(scope: Scope) {
  authorize(scope.actor, 'license.import')
  const rows = await scope.db
    .select({
      id: licenseImports.id,
      fileName: licenseImports.fileName,
      status: licenseImports.status,
      outcome: licenseImports.outcome,
      createdAt: licenseImports.createdAt,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(licenseImports)
    .innerJoin(members, eq(members.id, licenseImports.uploadedById))
    .orderBy(desc(licenseImports.createdAt), desc(licenseImports.id))
    .limit(LATEST)
  return rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    by: fullName({ givenName, familyName }),
  }))
}

/**
 * One import: what it would change as things stand now, or what it has changed.
 *
 * @throws Forbidden · NotFound
 */
export async function getImport(scope: Scope, id: string) {
  authorize(scope.actor, 'license.import')
  const { content, rejected, ...row } = await requireImport(scope, id)
  if (row.status === 'applied' || content === null) {
    const kept = (rejected as RejectedRow[] | null) ?? []
    const isGone = row.status !== 'applied'
    return { ...row, preview: null, rejected: shownOf(kept), leftOut: [], isGone }
  }
  const plan = await planLicenses(scope, row.fileName, content.rows)
  return {
    ...row,
    leftOut: content.leftOut,
    preview: await previewOf(scope, plan),
    rejected: shownOf(plan.rejected),
    isGone: false,
  }
}

export type LicenseImportPage = Awaited<ReturnType<typeof getImport>>

/**
 * The rejected rows of an import with the reasons, as CSV.
 *
 * @throws Forbidden
 * @throws NotFound when none was rejected, or they are not kept any more
 */
export async function getRejections(scope: Scope, id: string) {
  authorize(scope.actor, 'license.import')
  const { content, rejected, fileName } = await requireImport(scope, id)
  const rows =
    content === null
      ? ((rejected as RejectedRow[] | null) ?? [])
      : (await planLicenses(scope, fileName, content.rows)).rejected
  const [file] = rejectionsCsv(rows.map((row) => ({ ...row, cells: inOrder(row.cells) })))
  if (!file) throw new NotFound('No rejected rows.')
  return file
}

/** The columns as the documentation lists them: not every database keeps an order. */
const inOrder = (cells: Record<string, string>) =>
  Object.fromEntries(
    LICENSE_COLUMNS.flatMap((column) => (column in cells ? [[column, cells[column]!]] : [])),
  )

const shownOf = (rejected: RejectedRow[]) => ({
  rows: new Set(rejected.map(({ row }) => row)).size,
  first: rejected.slice(0, SHOWN).map(({ row, field, message }) => ({ row, field, message })),
})

async function previewOf(scope: Scope, plan: LicensePlan) {
  const added = plan.added.slice(0, SHOWN)
  const changed = plan.changed.slice(0, SHOWN).map(({ before, line }) => ({ ...before, line }))
  const names = await namesOf(
    scope,
    [...added, ...changed].map(({ memberId }) => memberId),
  )
  const lineOf = (license: (typeof added)[number] | (typeof changed)[number]) => ({
    line: license.line,
    person: names.get(license.memberId) ?? '',
    state: jurisdictionName(license.jurisdiction),
    kind: labelOf(licenseChoices(shippedRuleSets(), license.jurisdiction)?.kinds, license.kind),
    area: license.area,
    isPrimary: license.isPrimary,
  })
  return {
    counts: {
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged,
    },
    added: added.map(lineOf),
    changed: changed.map(lineOf),
  }
}
