import { and, countDistinct, eq } from '#db/query.server'
import { affiliations, organizations } from '#db/schema'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { holdsOn } from '../people/actor.server'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { inTreeOrder } from './organization'

const PAGE = 100

const fields = {
  id: organizations.id,
  parentId: organizations.parentId,
  kind: organizations.kind,
  name: organizations.name,
  sortName: organizations.sortName,
  gradeBand: organizations.gradeBand,
  povertyBand: organizations.povertyBand,
  sourceId: organizations.sourceId,
  identifier: organizations.identifier,
  closedOn: organizations.closedOn,
}

/**
 * A page of the organizations as a tree, each with how many people work at it today.
 *
 * @throws Forbidden
 */
export async function listOrganizations(scope: Scope, page = 1) {
  authorize(scope.actor, 'people.list')
  const [rows, counts] = await Promise.all([
    scope.db.select(fields).from(organizations),
    scope.db
      .select({
        organizationId: affiliations.organizationId,
        staff: countDistinct(affiliations.memberId),
      })
      .from(affiliations)
      .where(holdsOn(scope.today))
      .groupBy(affiliations.organizationId),
  ])
  const staff = new Map(counts.map((row) => [row.organizationId, row.staff]))
  const { limit, offset } = window(page, PAGE)
  const shown = inTreeOrder(rows)
    .slice(offset, offset + limit)
    .map((row) => ({ ...row, staff: staff.get(row.id) ?? 0 }))
  return pageOf(shown, rows.length, page, PAGE)
}

/** One organization. @throws Forbidden · NotFound */
export async function getOrganization(scope: Scope, id: string) {
  authorize(scope.actor, 'people.list')
  const [organization] = await scope.db
    .select(fields)
    .from(organizations)
    .where(eq(organizations.id, id))
  if (!organization) throw new NotFound('No organization.')
  const [[parent], [count]] = await Promise.all([
    organization.parentId
      ? scope.db
          .select({ id: organizations.id, name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, organization.parentId))
      : [],
    scope.db
      .select({ staff: countDistinct(affiliations.memberId) })
      .from(affiliations)
      .where(and(eq(affiliations.organizationId, id), holdsOn(scope.today))),
  ])
  return {
    ...organization,
    parent: parent ?? null,
    staff: count?.staff ?? 0,
    can: { edit: can(scope.actor, 'settings.edit') },
  }
}
