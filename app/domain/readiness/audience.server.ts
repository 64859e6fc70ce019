import {
  alias,
  and,
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

type Fields = Parameters<Scope['db']['select']>[0]

const top = alias(organizations, 'top')

/**
 * One row for each person in the audience of a pathway on a day, and place they work at, and enrollment
 * they have: what every count is made from. Join conditions are the rule of the assignment.
 */
export const inAudience = <F extends Fields>(scope: Scope, day: Day, fields: F) =>
  scope.db
    .select(fields)
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .innerJoin(top, eq(top.id, assignments.organizationId))
    .innerJoin(organizations, and(startsWithColumn(organizations.path, top.path), gradeBandFits)!)
    .innerJoin(
      affiliations,
      and(
        eq(affiliations.organizationId, organizations.id),
        inArray(affiliations.role, LEARNING_ROLES),
        roleFits,
        holdsOn(day),
      )!,
    )
    .innerJoin(members, and(eq(members.id, affiliations.memberId), hireDateFits)!)
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.memberId, affiliations.memberId),
        eq(enrollments.pathwayId, assignments.pathwayId),
        lte(enrollments.enrolledOn, day),
      )!,
    )

/** The assignments in force at the end of a day; of offered ones, those who had joined. */
export function inForce(scope: Scope, day: Day) {
  const end = endOfDay(day, scope.district.timeZone)
  return and(
    ne(pathways.status, 'draft'),
    lte(assignments.createdAt, end),
    or(isNull(assignments.endedAt), gt(assignments.endedAt, end)),
    or(ne(assignments.kind, 'offered'), wasOpen(day)),
  )
}

/** The four counts on a day, over `inAudience`; each person counts once. */
export function countsOn(day: Day) {
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

const roleFits = or(isNull(assignments.role), eq(assignments.role, affiliations.role))
const gradeBandFits = or(
  isNull(assignments.gradeBand),
  eq(assignments.gradeBand, organizations.gradeBand),
)
const hireDateFits = or(
  isNull(assignments.hiredAfter),
  gte(members.hiredOn, assignments.hiredAfter),
)
