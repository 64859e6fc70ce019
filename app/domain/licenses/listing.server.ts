import {
  and,
  asc,
  between,
  contains,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  notInArray,
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
    given.name ? isNamed(scope, given.name) : undefined,
  )
  const { limit, offset } = window(given.page)
  const [page, total] = await Promise.all([
    scope.db
      .select({ id: licenses.id })
      .from(licenses)
      .where(condition)
      .orderBy(...NEXT_FIRST)
      .limit(limit)
      .offset(offset),
    scope.db.count(licenses, condition),
  ])
  const rows = await rowsOf(
    scope,
    page.map(({ id }) => id),
  )
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
    ...pageOf(shown, total, given.page),
    can: { import: can(scope.actor, 'license.import') },
  }
}

export type ListedLicense = Awaited<ReturnType<typeof listDistrictLicenses>>['rows'][number]

const NEXT_FIRST = [asc(orElse(licenses.expiresOn, '9999-12-31')), asc(licenses.id)]

const ofOpenCycle = and(eq(cycles.licenseId, licenses.id), isNull(cycles.closedOn))

async function rowsOf(scope: Scope, ids: string[]) {
  if (ids.length === 0) return []
  return scope.db
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
    .leftJoin(cycles, ofOpenCycle)
    .where(inArray(licenses.id, ids))
    .orderBy(...NEXT_FIRST)
}

/* Asked once for all licenses, and not again for each of them. */
function isNamed(scope: Scope, name: string) {
  const named = scope.db
    .select({ id: members.id })
    .from(members)
    .where(contains(members.sortName, fold(name)))
  return inArray(licenses.memberId, named)
}

function conditionOf(scope: Scope, standing: LicenseFilter) {
  const { today } = scope
  const extended = scope.db
    .select({ id: cycles.licenseId })
    .from(cycles)
    .where(and(gte(cycles.extendedToOn, today), isNull(cycles.closedOn)))
  if (standing === 'extended') return inArray(licenses.id, extended)
  const days =
    standing === 'expired'
      ? lt(licenses.expiresOn, today)
      : between(licenses.expiresOn, today, addDays(today, DAYS_SOON))
  return and(days, notInArray(licenses.id, extended))
}
