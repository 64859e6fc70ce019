import {
  alias,
  and,
  asc,
  countDistinctWhere,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  startsWith,
  startsWithColumn,
} from '#db/query.server'
import {
  affiliations,
  assignments,
  enrollments,
  members,
  organizations,
  pathways,
} from '#db/schema'
import { addDays, type Day, endOfDay } from '../calendar'
import { LEARNING_ROLES } from '../pathways/audience.server'
import { holdsOn } from '../people/actor.server'
import type { Scope } from '../scope.server'
import { EXPIRING_DAYS } from './readiness'

const top = alias(organizations, 'top')

/** What the counts are made for: each organization, or each pathway as a whole. */
const PLACES = { school: organizations.id, pathway: assignments.pathwayId }

/**
 * The four counts of each pathway on a day, over the people in its audience; each person counts once
 * in a place.
 *
 * @param options.within the path of the organization whose subtree is asked for; all when absent
 */
export async function countAudiences(
  scope: Scope,
  day: Day,
  options: { by: keyof typeof PLACES; within?: string },
) {
  const place = PLACES[options.by]
  const join = joins(day)
  return scope.db
    .select({
      pathwayId: assignments.pathwayId,
      pathway: pathways.title,
      place,
      ...countsOn(day),
    })
    .from(assignments)
    .innerJoin(pathways, join.pathway)
    .innerJoin(top, join.top)
    .innerJoin(organizations, join.organization)
    .innerJoin(affiliations, join.affiliation)
    .innerJoin(members, join.member)
    .leftJoin(enrollments, join.enrollment)
    .where(and(inForce(scope, day), within(options.within)))
    .groupBy(assignments.pathwayId, pathways.title, place)
    .orderBy(asc(pathways.title), asc(assignments.pathwayId), asc(place))
}

/** The ids of the people in the audience of one pathway on a day, for a condition. */
export function audienceMembers(
  scope: Scope,
  day: Day,
  options: { pathwayId: string; within: string },
) {
  const join = joins(day)
  return scope.db
    .select({ memberId: affiliations.memberId })
    .from(assignments)
    .innerJoin(pathways, join.pathway)
    .innerJoin(top, join.top)
    .innerJoin(organizations, join.organization)
    .innerJoin(affiliations, join.affiliation)
    .innerJoin(members, join.member)
    .leftJoin(enrollments, join.enrollment)
    .where(
      and(
        inForce(scope, day),
        eq(assignments.pathwayId, options.pathwayId),
        within(options.within),
      ),
    )
}

/** The rule of an assignment, as what joins it to those it is for, and to their enrollments. */
const joins = (day: Day) => ({
  pathway: eq(pathways.id, assignments.pathwayId),
  top: eq(top.id, assignments.organizationId),
  organization: and(
    startsWithColumn(organizations.path, top.path),
    or(isNull(assignments.gradeBand), eq(assignments.gradeBand, organizations.gradeBand)),
  )!,
  affiliation: and(
    eq(affiliations.organizationId, organizations.id),
    inArray(affiliations.role, LEARNING_ROLES),
    or(isNull(assignments.role), eq(assignments.role, affiliations.role)),
    holdsOn(day),
  )!,
  member: and(
    eq(members.id, affiliations.memberId),
    or(isNull(assignments.hiredAfter), gte(members.hiredOn, assignments.hiredAfter)),
  )!,
  enrollment: and(
    eq(enrollments.memberId, affiliations.memberId),
    eq(enrollments.pathwayId, assignments.pathwayId),
    lte(enrollments.enrolledOn, day),
  )!,
})

const within = (path: string | undefined) =>
  path === undefined ? undefined : startsWith(organizations.path, path)

/** The assignments in force at the end of a day; of offered ones, those who had joined. */
function inForce(scope: Scope, day: Day) {
  const end = endOfDay(day, scope.district.timeZone)
  return and(
    ne(pathways.status, 'draft'),
    lte(assignments.createdAt, end),
    or(isNull(assignments.endedAt), gt(assignments.endedAt, end)),
    or(ne(assignments.kind, 'offered'), wasOpen(day)),
  )
}

function countsOn(day: Day) {
  const people = (condition = isNotNull(affiliations.memberId)) =>
    countDistinctWhere(affiliations.memberId, condition)
  return {
    audience: people(),
    assigned: people(wasOpen(day)),
    engaged: people(and(wasOpen(day), lte(enrollments.engagedOn, day))!),
    demonstrated: people(lte(enrollments.completedOn, day)),
    current: people(wasCurrent(day)),
    expiring: people(
      and(wasCurrent(day), lte(enrollments.expiresOn, addDays(day, EXPIRING_DAYS)))!,
    ),
  }
}

/** On the pathway on a day: enrolled, and not taken back or followed by a new enrollment. */
export const wasOpen = (day: Day) =>
  and(
    lte(enrollments.enrolledOn, day),
    or(isNull(enrollments.endedOn), gt(enrollments.endedOn, day)),
  )!

/** Completed by a day, and not expired then; a renewal under way does not end it. */
export const wasCurrent = (day: Day) =>
  and(
    lte(enrollments.completedOn, day),
    or(isNull(enrollments.expiresOn), gt(enrollments.expiresOn, day)),
  )!
