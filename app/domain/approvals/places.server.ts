import { and, asc, eq, inArray, startsWith } from '#db/query.server'
import { organizations, submissions } from '#db/schema'
import { organizationsAt } from '../people/places.server'
import { placeIn } from '../place'
import type { Scope } from '../scope.server'
import { decidableBy } from './queue.server'

/**
 * What was sent from an organization and from what is below it; of the district itself only what was sent
 * from what has no school above it, as the report counts. Nothing where there is no such organization.
 */
export async function sentFrom(scope: Scope, organizationId: string | undefined) {
  if (organizationId === undefined) return undefined
  const [top] = await scope.db
    .select({ path: organizations.path, parentId: organizations.parentId })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (!top?.parentId) {
    return inArray(submissions.organizationId, organizationsAt(scope, organizationId))
  }
  const below = scope.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(startsWith(organizations.path, top.path))
  return inArray(submissions.organizationId, below)
}

/**
 * The schools from which something was sent that the actor may decide on, by name, and the one that is
 * chosen; departments stand for their school.
 */
export async function listQueuePlaces(scope: Scope, chosen: string | undefined) {
  const sending = scope.db
    .selectDistinct({ id: submissions.organizationId })
    .from(submissions)
    .where(decidableBy(scope.actor))
  const senders = await scope.db
    .select({ path: organizations.path })
    .from(organizations)
    .where(inArray(organizations.id, sending))
  const above = [...new Set(senders.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const schools = await scope.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(inArray(organizations.id, above), eq(organizations.kind, 'school')))
  const schoolIds = new Set(schools.map(({ id }) => id))
  const ids = new Set(senders.map(({ path }) => placeIn(path, schoolIds)))
  if (chosen) ids.add(chosen)
  const rows = await scope.db
    .select({ id: organizations.id, name: organizations.name, parentId: organizations.parentId })
    .from(organizations)
    .where(inArray(organizations.id, [...ids]))
    .orderBy(asc(organizations.sortName), asc(organizations.id))
  return rows.map(({ id, name, parentId }) => ({
    id,
    name: parentId === null ? `${name}, without its schools` : name,
  }))
}
