import { and, asc, count, eq, exists, inArray, isNull, lte, or, orElse } from '#db/query.server'
import { affiliations, cycles, licenses } from '#db/schema'
import type { Day } from '../calendar'
import { labelOf, licenseChoices } from '../licenses/choices'
import { standingOf } from '../licenses/license'
import { pageOf, window } from '../listing'
import { holdsOn } from '../people/actor.server'
import { namesOf } from '../people/named.server'
import { authorize } from '../policy'
import { evaluateDistrict } from '../renewal/evaluating.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { type Part, schoolsOf, staffOf } from './standings.server'

export type ExpiringFilter = Part & { by: Day }

/**
 * A page of the licenses of those who work here today that expire by a day, expired ones included, the next
 * to expire first; an extension counts. Without their numbers.
 *
 * @throws Forbidden · NotFound
 */
export async function listExpiring(
  scope: Scope,
  { page, ...filter }: ExpiringFilter & { page: number },
) {
  const condition = await conditionOf(scope, filter)
  const { offset, limit } = window(page)
  const [rows, [total]] = await Promise.all([
    select(scope, condition).limit(limit).offset(offset),
    scope.db
      .select({ count: count() })
      .from(licenses)
      .leftJoin(cycles, OF_OPEN_CYCLE)
      .where(condition),
  ])
  return pageOf(await shown(scope, rows), total?.count ?? 0, page)
}

/** All of them, for a file. @throws Forbidden · NotFound */
export async function listAllExpiring(scope: Scope, filter: ExpiringFilter) {
  const rows = await select(scope, await conditionOf(scope, filter))
  return shown(scope, rows)
}

export type ExpiringRow = Awaited<ReturnType<typeof listAllExpiring>>[number]

const OF_OPEN_CYCLE = and(eq(cycles.licenseId, licenses.id), isNull(cycles.closedOn))

const select = (scope: Scope, condition: Awaited<ReturnType<typeof conditionOf>>) =>
  scope.db
    .select({
      id: licenses.id,
      memberId: licenses.memberId,
      jurisdiction: licenses.jurisdiction,
      kind: licenses.kind,
      area: licenses.area,
      expiresOn: licenses.expiresOn,
      withdrawnOn: licenses.withdrawnOn,
      extendedToOn: cycles.extendedToOn,
    })
    .from(licenses)
    .leftJoin(cycles, OF_OPEN_CYCLE)
    .where(condition)
    .orderBy(asc(orElse(licenses.expiresOn, '9999-12-31')), asc(licenses.id))

/** An extension beyond the day keeps a license from the list. */
async function conditionOf(scope: Scope, { by, organizationId, jurisdiction }: ExpiringFilter) {
  authorize(scope.actor, 'renewal.list')
  const current = scope.db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(and(eq(affiliations.memberId, licenses.memberId), holdsOn(scope.today)))
  const staff = organizationId === undefined ? null : await staffOf(scope, organizationId)
  return and(
    isNull(licenses.withdrawnOn),
    lte(licenses.expiresOn, by),
    or(isNull(cycles.extendedToOn), lte(cycles.extendedToOn, by)),
    jurisdiction === undefined ? undefined : eq(licenses.jurisdiction, jurisdiction),
    staff === null ? exists(current) : inArray(licenses.memberId, [...staff]),
  )
}

type Row = Awaited<ReturnType<typeof select>>[number]

async function shown(scope: Scope, rows: Row[]) {
  const memberIds = rows.map(({ memberId }) => memberId)
  const [results, schools, names] = await Promise.all([
    evaluateDistrict(scope),
    schoolsOf(scope, memberIds),
    namesOf(scope, memberIds),
  ])
  const standings = new Map(
    results.map((result) => [`${result.memberId} ${result.jurisdiction}`, result]),
  )
  return rows.map((row) => {
    const standing = standings.get(`${row.memberId} ${row.jurisdiction}`)
    return {
      id: row.id,
      name: names.get(row.memberId) ?? '',
      school: schools(row.memberId),
      place: jurisdictionName(row.jurisdiction),
      kind: labelOf(licenseChoices(shippedRuleSets(), row.jurisdiction)?.kinds, row.kind),
      area: row.area,
      standing: standingOf(row, scope.today),
      /** Of the renewal the license is judged in; null where there is no cycle. */
      cycleId: standing?.id ?? null,
      sentence: standing?.sentence ?? null,
      state: standing?.state ?? null,
    }
  })
}
