import {
  alias,
  and,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  or,
  startsWith,
  startsWithColumn,
} from '#db/query.server'
import { affiliations, assignments, members, organizations } from '#db/schema'
import type { Role } from '#db/words'
import { NotFound } from '../errors'
import { holdsOn } from '../people/actor.server'
import type { Scope } from '../scope.server'
import { AUDIENCE_ROLES } from './pathway'
import type { AudienceRule } from './reason'

/** The roles of those who learn: whom an assignment without a role is for. */
export const LEARNING_ROLES = Object.keys(AUDIENCE_ROLES) as Role[]

/**
 * The condition that picks the members an assignment is for: an affiliation that holds today, in the
 * organization or below it, with the role and the grade band if one is asked for, and hired since the
 * day if one is given. Who has no hire date does not fit then.
 *
 * @throws NotFound when the organization is not one of the district
 */
export async function audienceOf(scope: Scope, rule: AudienceRule) {
  return and(
    await worksWithin(scope, rule),
    rule.hiredAfter ? gte(members.hiredOn, rule.hiredAfter) : undefined,
  )!
}

/** As `audienceOf`, with those whose hire date is asked for but not known. */
export async function possibleAudienceOf(scope: Scope, rule: AudienceRule) {
  return and(
    await worksWithin(scope, rule),
    rule.hiredAfter
      ? or(isNull(members.hiredOn), gte(members.hiredOn, rule.hiredAfter))
      : undefined,
  )!
}

async function worksWithin(scope: Scope, rule: AudienceRule) {
  const [top] = await scope.db
    .select({ path: organizations.path })
    .from(organizations)
    .where(eq(organizations.id, rule.organizationId))
  if (!top) throw new NotFound('No organization.')
  return inArray(
    members.id,
    scope.db
      .select({ memberId: affiliations.memberId })
      .from(affiliations)
      .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
      .where(
        and(
          holdsOn(scope.today),
          startsWith(organizations.path, top.path),
          rule.role ? eq(affiliations.role, rule.role) : inArray(affiliations.role, LEARNING_ROLES),
          rule.gradeBand ? eq(organizations.gradeBand, rule.gradeBand) : undefined,
        ),
      ),
  )
}

/** Where the audience of an assignment begins; join it before asking `isForMember`. */
export const audienceTop = alias(organizations, 'audience_top')

/** The same rule from the other side: the condition that picks the assignments that are for a member. */
export function isForMember(scope: Scope, memberId: string) {
  const affiliated = scope.db
    .select({ id: affiliations.id })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(
      and(
        eq(affiliations.memberId, memberId),
        holdsOn(scope.today),
        inArray(affiliations.role, LEARNING_ROLES),
        or(isNull(assignments.role), eq(assignments.role, affiliations.role)),
        or(isNull(assignments.gradeBand), eq(assignments.gradeBand, organizations.gradeBand)),
        startsWithColumn(organizations.path, audienceTop.path),
      ),
    )
  const hired = scope.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.id, memberId), gte(members.hiredOn, assignments.hiredAfter)))
  return and(exists(affiliated), or(isNull(assignments.hiredAfter), exists(hired)))
}
