import { asc, isNull } from '#db/query.server'
import { organizations } from '#db/schema'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { requirePathway } from './building.server'

/**
 * What the form of an assignment begins with: the pathway, and the organizations to choose from, the
 * district first and then by name.
 *
 * @throws NotFound, Forbidden
 */
export async function openAssignmentForm(scope: Scope, pathwayId: string) {
  authorize(scope.actor, 'pathway.assign')
  const { id, title, status } = await requirePathway(scope, pathwayId)
  const rows = await scope.db
    .select({ id: organizations.id, name: organizations.name, kind: organizations.kind })
    .from(organizations)
    .where(isNull(organizations.closedOn))
    .orderBy(asc(organizations.sortName), asc(organizations.id))
  return {
    pathway: { id, title, isPublished: status === 'published' },
    organizations: [
      ...rows.filter(({ kind }) => kind === 'district'),
      ...rows.filter(({ kind }) => kind !== 'district'),
    ],
  }
}
