import { and, asc, eq, inArray, isNull, ne, startsWith } from '#db/query.server'
import { affiliations, organizations } from '#db/schema'
import { NotFound } from '../errors'
import { batchesOf, groupBy } from '../grouping'
import { holdsOn } from '../people/actor.server'
import { authorize } from '../policy'
import type { DistrictResult } from '../renewal/cycle-result'
import { evaluateDistrict } from '../renewal/evaluating.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'

/** Which part of the district a list is about; all of it when nothing is given. */
export type Part = { organizationId?: string; jurisdiction?: string }

/**
 * Where the people of a part of the district stand in their open cycles, by name.
 *
 * @throws Forbidden
 * @throws NotFound when there is no such organization
 */
export async function standingsIn(scope: Scope, part: Part): Promise<DistrictResult[]> {
  authorize(scope.actor, 'renewal.list')
  const [all, staff] = await Promise.all([
    evaluateDistrict(scope),
    part.organizationId === undefined ? null : staffOf(scope, part.organizationId),
  ])
  return all.filter(
    ({ memberId, jurisdiction }) =>
      (staff === null || staff.has(memberId)) &&
      (part.jurisdiction === undefined || part.jurisdiction === jurisdiction),
  )
}

/** Ids of those who work in an organization or below it today. @throws NotFound */
export async function staffOf(scope: Scope, organizationId: string) {
  const [organization] = await scope.db
    .select({ path: organizations.path })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (!organization) throw new NotFound('No organization.')
  const rows = await scope.db
    .selectDistinct({ memberId: affiliations.memberId })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(startsWith(organizations.path, organization.path), holdsOn(scope.today)))
  return new Set(rows.map(({ memberId }) => memberId))
}

/** What a list can be narrowed to: the schools, and the states in which somebody has an open cycle. */
export async function listChoices(scope: Scope) {
  authorize(scope.actor, 'renewal.list')
  const [schools, all] = await Promise.all([
    scope.db
      .select({ id: organizations.id, name: organizations.name })
      .from(organizations)
      .where(and(isNull(organizations.closedOn), ne(organizations.kind, 'district')))
      .orderBy(asc(organizations.sortName), asc(organizations.id)),
    evaluateDistrict(scope),
  ])
  const states = [...new Set(all.map(({ jurisdiction }) => jurisdiction))].toSorted()
  return { schools, states: states.map((code) => ({ code, name: jurisdictionName(code) })) }
}

const AT_ONCE = 400

/** Where members work today, in words, by member. */
export async function schoolsOf(scope: Scope, memberIds: readonly string[]) {
  const found = await Promise.all(
    batchesOf([...new Set(memberIds)], AT_ONCE).map((batch) =>
      scope.db
        .selectDistinct({
          memberId: affiliations.memberId,
          name: organizations.name,
          sortName: organizations.sortName,
        })
        .from(affiliations)
        .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
        .where(and(inArray(affiliations.memberId, batch), holdsOn(scope.today)))
        .orderBy(asc(affiliations.memberId), asc(organizations.sortName)),
    ),
  )
  const schools = groupBy(found.flat(), ({ memberId }) => memberId)
  return (memberId: string) => (schools.get(memberId) ?? []).map(({ name }) => name).join(', ')
}
