import { and, asc, desc, eq, inArray, ne } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { holdsOn } from './actor.server'
import { fullName } from './name'

/**
 * Where a member's work on a day belongs: the organization of the affiliation that held then, or,
 * for a day no affiliation covers, of the one nearest to it. Schools come before the district.
 *
 * @returns the organization's id, or null for a member who never had an affiliation
 */
export async function organizationOn(scope: Scope, memberId: string, day: Day) {
  const rows = await scope.db
    .select({
      organizationId: affiliations.organizationId,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
      kind: organizations.kind,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(eq(affiliations.memberId, memberId))
    .orderBy(desc(affiliations.startedOn), asc(affiliations.id))
  const held = rows.filter(
    ({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn >= day),
  )
  const candidates = held.length > 0 ? held : rows
  const chosen = candidates.find(({ kind }) => kind !== 'district') ?? candidates[0]
  return chosen?.organizationId ?? null
}

export type Reviewer = { id: string; name: string }

/** Who decides on what a member sends: the principals above, or else the administrators. */
export async function listReviewers(
  scope: Scope,
  organizationId: string,
  memberId: string,
): Promise<Reviewer[]> {
  const [organization] = await scope.db
    .select({ path: organizations.path })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  const above = organization?.path.split('/').filter(Boolean) ?? []
  const principals = await holders(
    scope,
    memberId,
    and(eq(affiliations.role, 'principal'), inArray(affiliations.organizationId, above)),
  )
  if (principals.length > 0) return principals
  return holders(scope, memberId, eq(affiliations.role, 'administrator'))
}

async function holders(scope: Scope, exceptId: string, which: ReturnType<typeof and>) {
  const rows = await scope.db
    .selectDistinct({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      sortName: members.sortName,
    })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .where(and(which, holdsOn(scope.today), ne(members.id, exceptId)))
    .orderBy(asc(members.sortName), asc(members.id))
  return rows.map((row) => ({ id: row.id, name: fullName(row) }))
}
