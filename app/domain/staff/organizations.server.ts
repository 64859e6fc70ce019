import { asc, inArray, isNull, and } from '#db/query.server'
import { organizations } from '#db/schema'
import { seesWholeDistrict } from '../policy'
import type { Scope } from '../scope.server'

/** The organizations the actor may look into, by name: the supervised ones, or all of the district. */
export async function listVisibleOrganizations(scope: Scope) {
  return scope.db
    .select({ id: organizations.id, name: organizations.name, kind: organizations.kind })
    .from(organizations)
    .where(
      and(
        isNull(organizations.closedOn),
        seesWholeDistrict(scope.actor)
          ? undefined
          : inArray(organizations.id, scope.actor.supervises),
      ),
    )
    .orderBy(asc(organizations.sortName), asc(organizations.id))
}
