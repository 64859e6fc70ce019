import { and, asc, eq, inArray } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import type { Scope } from '../scope.server'
import { holdsOn } from './actor.server'
import { groupBy } from '../grouping'
import { fullName } from './name'

/** A principal, and where they are it. */
export type Principal = {
  id: string
  name: string
  givenName: string
  email: string | null
  organizationId: string
}

/**
 * The principals of some organizations: those of the place itself or, where it has none, of the nearest
 * place above it. Empty where there are none up to the top.
 */
export async function principalsOf(scope: Scope, organizationIds: string[]) {
  if (organizationIds.length === 0) return new Map<string, Principal[]>()
  const [places, rows] = await Promise.all([
    scope.db
      .select({ id: organizations.id, path: organizations.path })
      .from(organizations)
      .where(inArray(organizations.id, organizationIds)),
    scope.db
      .select({
        id: members.id,
        givenName: members.givenName,
        familyName: members.familyName,
        email: members.email,
        organizationId: affiliations.organizationId,
      })
      .from(affiliations)
      .innerJoin(members, eq(members.id, affiliations.memberId))
      .where(and(eq(affiliations.role, 'principal'), holdsOn(scope.today)))
      .orderBy(asc(members.sortName), asc(members.id)),
  ])
  const at = groupBy(
    rows.map((row) => ({ ...row, name: fullName(row) })),
    ({ organizationId }) => organizationId,
  )
  return new Map<string, Principal[]>(
    places.map(({ id, path }) => {
      const upwards = path.split('/').filter(Boolean).toReversed()
      const nearest = upwards.find((place) => at.has(place))
      return [id, nearest ? at.get(nearest)! : []]
    }),
  )
}
