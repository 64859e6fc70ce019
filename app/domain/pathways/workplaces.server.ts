import { and, asc, eq, inArray } from '#db/query.server'
import { affiliations, organizations } from '#db/schema'
import { holdsOn } from '../people/actor.server'
import type { Scope } from '../scope.server'

/** The name of the place where each of some members works today; a school comes before the district. */
export async function workplacesOf(scope: Scope, memberIds: string[]) {
  const places = new Map<string, { name: string; kind: string }>()
  if (memberIds.length === 0) return new Map<string, string>()
  const rows = await scope.db
    .select({
      memberId: affiliations.memberId,
      name: organizations.name,
      kind: organizations.kind,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(inArray(affiliations.memberId, memberIds), holdsOn(scope.today)))
    .orderBy(asc(organizations.sortName), asc(affiliations.id))
  for (const { memberId, ...place } of rows) {
    const known = places.get(memberId)
    if (!known || known.kind === 'district') places.set(memberId, place)
  }
  return new Map([...places].map(([memberId, { name }]) => [memberId, name]))
}
