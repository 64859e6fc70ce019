import { and, asc, desc, eq, inArray, isNull } from '#db/query.server'
import { licenseEndorsements, licenses } from '#db/schema'
import { NotFound } from '../errors'
import { type Actor, can, seesWholeDistrict } from '../policy'
import type { Scope } from '../scope.server'

/** The SQL twin of the permission `license.view`. */
export const visibleTo = (actor: Actor) =>
  seesWholeDistrict(actor) ? undefined : eq(licenses.memberId, actor.id)

/** Everything of a license but its number. */
export const licenseFields = {
  id: licenses.id,
  memberId: licenses.memberId,
  jurisdiction: licenses.jurisdiction,
  kind: licenses.kind,
  class: licenses.class,
  area: licenses.area,
  isPrimary: licenses.isPrimary,
  issuedOn: licenses.issuedOn,
  expiresOn: licenses.expiresOn,
  source: licenses.source,
  withdrawnOn: licenses.withdrawnOn,
  version: licenses.version,
}

export type License = Awaited<ReturnType<typeof listLicenses>>[number]
export type LicensePage = Awaited<ReturnType<typeof getLicense>>

/**
 * A license with its endorsements; its number is null to whom it may not be shown.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getLicense(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({ ...licenseFields, number: licenses.number })
    .from(licenses)
    .where(and(eq(licenses.id, id), visibleTo(scope.actor)))
  if (!row) throw new NotFound('No license.')
  const endorsements = await endorsementsOf(scope, [id])
  return {
    ...row,
    number: can(scope.actor, 'license.number', row) ? row.number : null,
    endorsements: endorsements.get(id) ?? [],
    can: { edit: can(scope.actor, 'license.edit', row) && row.withdrawnOn === null },
  }
}

/** A member's licenses that were not withdrawn and that the actor may see: the primary ones first. */
export async function listLicenses(scope: Scope, memberId: string) {
  const rows = await scope.db
    .select(licenseFields)
    .from(licenses)
    .where(
      and(eq(licenses.memberId, memberId), isNull(licenses.withdrawnOn), visibleTo(scope.actor)),
    )
    .orderBy(asc(licenses.jurisdiction), desc(licenses.isPrimary), asc(licenses.id))
    .limit(100)
  const endorsements = await endorsementsOf(
    scope,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, endorsements: endorsements.get(row.id) ?? [] }))
}

/** The codes of endorsements by license, in alphabetical order. The caller has decided who may see them. */
export async function endorsementsOf(scope: Scope, licenseIds: string[]) {
  const codes = new Map<string, string[]>()
  if (licenseIds.length === 0) return codes
  const rows = await scope.db
    .select({ licenseId: licenseEndorsements.licenseId, code: licenseEndorsements.code })
    .from(licenseEndorsements)
    .where(inArray(licenseEndorsements.licenseId, licenseIds))
    .orderBy(asc(licenseEndorsements.licenseId), asc(licenseEndorsements.code))
  for (const { licenseId, code } of rows) {
    codes.set(licenseId, [...(codes.get(licenseId) ?? []), code])
  }
  return codes
}
