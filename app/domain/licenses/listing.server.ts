import {
  and,
  asc,
  between,
  contains,
  count,
  eq,
  isNotNull,
  isNull,
  lt,
  or,
  orElse,
} from '#db/query.server'
import { cycles, licenses, members } from '#db/schema'
import { addDays } from '../calendar'
import { pageOf, window } from '../listing'
import { fold, fullName } from '../people/name'
import { authorize, can } from '../policy'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { labelOf, licenseChoices } from './choices'
import { DAYS_SOON, type LicenseFilter, standingOf } from './license'

/**
 * A page of the licenses of a district, the next to expire first, without their numbers.
 *
 * @param given `name` is a part of somebody's name
 * @throws Forbidden
 */
export async function listDistrictLicenses(
  scope: Scope,
  given: { standing?: LicenseFilter; name?: string; page: number },
) {
  authorize(scope.actor, 'license.list')
  const condition = and(
    isNull(licenses.withdrawnOn),
    given.standing && conditionOf(scope, given.standing),
    given.name ? contains(members.sortName, fold(given.name)) : undefined,
  )
  const ofCycle = and(eq(cycles.licenseId, licenses.id), isNull(cycles.closedOn))
  const { limit, offset } = window(given.page)
  const [rows, [counted]] = await Promise.all([
    scope.db
      .select({
        id: licenses.id,
        jurisdiction: licenses.jurisdiction,
        kind: licenses.kind,
        area: licenses.area,
        isPrimary: licenses.isPrimary,
        expiresOn: licenses.expiresOn,
        withdrawnOn: licenses.withdrawnOn,
        extendedToOn: cycles.extendedToOn,
        givenName: members.givenName,
        familyName: members.familyName,
      })
      .from(licenses)
      .innerJoin(members, eq(members.id, licenses.memberId))
      .leftJoin(cycles, ofCycle)
      .where(condition)
      .orderBy(asc(orElse(licenses.expiresOn, '9999-12-31')), asc(licenses.id))
      .limit(limit)
      .offset(offset),
    scope.db
      .select({ rows: count() })
      .from(licenses)
      .innerJoin(members, eq(members.id, licenses.memberId))
      .leftJoin(cycles, ofCycle)
      .where(condition),
  ])
  const shown = rows.map(({ givenName, familyName, ...row }) => ({
    id: row.id,
    person: fullName({ givenName, familyName }),
    state: jurisdictionName(row.jurisdiction),
    kind: labelOf(licenseChoices(shippedRuleSets(), row.jurisdiction)?.kinds, row.kind),
    area: row.area,
    isPrimary: row.isPrimary,
    standing: standingOf(row, scope.today),
  }))
  return {
    ...pageOf(shown, counted?.rows ?? 0, given.page),
    can: { import: can(scope.actor, 'license.import') },
  }
}

export type ListedLicense = Awaited<ReturnType<typeof listDistrictLicenses>>['rows'][number]

function conditionOf({ today }: Scope, standing: LicenseFilter) {
  const isNotExtended = or(isNull(cycles.extendedToOn), lt(cycles.extendedToOn, today))
  if (standing === 'extended') return isNotNull(cycles.extendedToOn)
  if (standing === 'expired') return and(lt(licenses.expiresOn, today), isNotExtended)
  return and(between(licenses.expiresOn, today, addDays(today, DAYS_SOON)), isNotExtended)
}
