import { and, asc, eq } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import { NotFound } from '../errors'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { can } from '../policy'
import type { Scope } from '../scope.server'

/**
 * The person whose record is asked for, with where they work today.
 *
 * @throws NotFound when there is nobody whose record the actor may see
 */
export async function getVisibleMember(scope: Scope, id: string) {
  const [member] = await scope.db
    .select({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
    })
    .from(members)
    .where(eq(members.id, id))
  const places = await scope.db
    .selectDistinct({
      id: organizations.id,
      name: organizations.name,
      sortName: organizations.sortName,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(eq(affiliations.memberId, id), holdsOn(scope.today)))
    .orderBy(asc(organizations.sortName), asc(organizations.id))
  const organizationIds = places.map((place) => place.id)
  if (!member || !can(scope.actor, 'record.view', { id, organizationIds })) {
    throw new NotFound('No record.')
  }
  return {
    ...member,
    name: fullName(member),
    organizations: places.map(({ id: placeId, name }) => ({ id: placeId, name })),
  }
}
