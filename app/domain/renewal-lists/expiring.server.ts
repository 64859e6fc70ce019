import {
  and,
  asc,
  count,
  eq,
  exists,
  inArray,
  isNull,
  lte,
  or,
  orElse,
  type SQL,
} from '#db/query.server'
import { affiliations, cycles, licenses } from '#db/schema'
import type { Day } from '../calendar'
import { labelOf, licenseChoices } from '../licenses/choices'
import { standingOf } from '../licenses/license'
import { pageOf, window } from '../listing'
import { longListById, ownersOf } from '../long-list'
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
  const [standings, rows, [total]] = await Promise.all([
    standingsOf(scope),
    select(scope, condition)
      .orderBy(...ORDER)
      .limit(limit)
      .offset(offset),
    scope.db
      .select({ count: count() })
      .from(licenses)
      .leftJoin(cycles, OF_OPEN_CYCLE)
      .where(condition),
  ])
  return pageOf(await shown(scope, rows, standings), total?.count ?? 0, page)
}

/** All of them, for a file. @throws Forbidden · NotFound */
export async function listAllExpiring(scope: Scope, filter: ExpiringFilter) {
  const condition = await conditionOf(scope, filter)
  const [standings, all] = await Promise.all([
    standingsOf(scope),
    scope.db
      .select({ id: licenses.id, memberId: licenses.memberId })
      .from(licenses)
      .leftJoin(cycles, OF_OPEN_CYCLE)
      .where(condition)
      .orderBy(...ORDER),
  ])
  const list = longListById(all, async (ids) =>
    shown(scope, await select(scope, inArray(licenses.id, ids)), standings),
  )
  return { ...list, memberIds: ownersOf(all) }
}

export type ExpiringRow = Awaited<ReturnType<typeof shown>>[number]

const OF_OPEN_CYCLE = and(eq(cycles.licenseId, licenses.id), isNull(cycles.closedOn))

const ORDER = [asc(orElse(licenses.expiresOn, '9999-12-31')), asc(licenses.id)]

const select = (scope: Scope, condition: SQL | undefined) =>
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

/** Where everybody stands, by the person and the state of the license. */
async function standingsOf(scope: Scope) {
  const results = await evaluateDistrict(scope)
  return new Map(results.map((result) => [`${result.memberId} ${result.jurisdiction}`, result]))
}

async function shown(
  scope: Scope,
  rows: Row[],
  standings: Awaited<ReturnType<typeof standingsOf>>,
) {
  const memberIds = rows.map(({ memberId }) => memberId)
  const [schools, names] = await Promise.all([
    schoolsOf(scope, memberIds),
    namesOf(scope, memberIds),
  ])
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
