import { and, eq, isNull, ne, type SQL } from '#db/query.server'
import { licenseEndorsements, licenses } from '#db/schema'
import { Conflict, Invalid } from '../errors'
import { fold } from '../people/name'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope, WriteScope } from '../scope.server'
import { faultsIn, type Said } from './faults.server'

/**
 * What is to be stored of what was said about a license.
 *
 * @throws Invalid when the state knows no such kind, class or endorsement, or the days cannot be right
 */
export function valuesOf(scope: Scope, jurisdiction: string, said: Said) {
  const [fault] = faultsIn(scope, jurisdiction, said)
  if (fault) throw new Invalid(fault.field, fault.message)
  const values = {
    kind: said.kind,
    class: said.class ?? null,
    area: said.area || null,
    number: said.number || null,
    issuedOn: said.issuedOn ?? null,
    expiresOn: said.expiresOn ?? null,
  }
  return { values, endorsements: [...new Set(said.endorsements)] }
}

/**
 * Refuses what is there already.
 *
 * @throws Invalid with the id of the license of the same jurisdiction, kind and area
 */
export async function refuseTwice(
  scope: Scope,
  license: {
    id: string
    memberId: string
    jurisdiction: string
    kind: string
    area: string | null
  },
) {
  const others = await listCurrent(scope, license, ne(licenses.id, license.id))
  const same = others.find(
    ({ kind, area }) => kind === license.kind && fold(area ?? '') === fold(license.area ?? ''),
  )
  if (!same) return
  throw new Invalid(
    'area',
    `A license of this kind${license.area ? ` for “${license.area}”` : ''} is there already for ${jurisdictionName(license.jurisdiction)}. Open that one, or say what this one is for.`,
    same.id,
  )
}

/** The licenses of a member in a jurisdiction that were not withdrawn. */
export const listCurrent = (
  scope: Scope,
  { memberId, jurisdiction }: { memberId: string; jurisdiction: string },
  which?: SQL,
) =>
  scope.db
    .select({
      id: licenses.id,
      memberId: licenses.memberId,
      jurisdiction: licenses.jurisdiction,
      kind: licenses.kind,
      area: licenses.area,
      isPrimary: licenses.isPrimary,
      issuedOn: licenses.issuedOn,
      expiresOn: licenses.expiresOn,
      createdAt: licenses.createdAt,
    })
    .from(licenses)
    .where(
      and(
        eq(licenses.memberId, memberId),
        eq(licenses.jurisdiction, jurisdiction),
        isNull(licenses.withdrawnOn),
        which,
      ),
    )
    .orderBy(licenses.createdAt, licenses.id)

/** Puts these endorsements in the place of those a license had. */
export async function setEndorsements(scope: WriteScope, licenseId: string, codes: string[]) {
  await scope.db.delete(licenseEndorsements).where(eq(licenseEndorsements.licenseId, licenseId))
  if (codes.length === 0) return
  await scope.db.insert(licenseEndorsements).values(codes.map((code) => ({ licenseId, code })))
}

/** What a form is answered whose license or cycle was changed elsewhere. */
export const changedElsewhere = (what: 'license' | 'cycle') =>
  new Conflict(
    `This ${what} was changed in another window after you opened it here. Nothing you typed is lost: compare, then save again.`,
  )
