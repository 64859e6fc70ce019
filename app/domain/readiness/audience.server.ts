import {
  and,
  anyWhere,
  count,
  countWhere,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  ne,
  or,
  pathDownTo,
  startsWith,
  sumOf,
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

/**
 * How many levels of the tree tell places from each other: schools with their departments, where the
 * district's own offices are a place too; or none, for the district as one place.
 */
const LEVELS = { school: 2, district: 0 }

/**
 * The counts of each pathway on a day, over the people in its audience; each person counts once in a
 * place, which is told by its path; the district by none.
 *
 * @param options.within the path of the organization whose subtree is asked for; all when absent
 */
export async function countAudiences(
  scope: Scope,
  day: Day,
  options: { by: keyof typeof LEVELS; within?: string },
) {
  const { by, within = '' } = options
  return scope.db.keepUntilWritten(`audiences/${day}/${by}/${within}`, () =>
    computeAudiences(scope, day, options),
  )
}

async function computeAudiences(
  scope: Scope,
  day: Day,
  options: { by: keyof typeof LEVELS; within?: string },
) {
  const inForce = await assignmentsInForce(scope, day)
  if (inForce.length === 0) return []
  const people = peopleIn(scope, day, inForce, options)
  const counted = await scope.db
    .selectFrom(people, {
      pathwayId: people.pathwayId,
      place: people.place,
      audience: count(),
      assigned: sumOf(people.assigned),
      engaged: sumOf(people.engaged),
      demonstrated: sumOf(people.demonstrated),
      current: sumOf(people.current),
      expiring: sumOf(people.expiring),
      underWay: countWhere(and(eq(people.engaged, 1), eq(people.demonstrated, 0))),
      notBegun: countWhere(
        and(eq(people.assigned, 1), eq(people.engaged, 0), eq(people.demonstrated, 0)),
      ),
    })
    .groupBy(() => [people.pathwayId, people.place])
  const titles = new Map(inForce.map(({ pathwayId, pathway }) => [pathwayId, pathway]))
  return counted.map((row) => ({ ...row, pathway: titles.get(row.pathwayId)! }))
}

/**
 * A row for each person of an audience in a place, with the states they are in: whoever works in two
 * departments, or has an enrollment that was completed and a new one, is one row still.
 */
function peopleIn(
  scope: Scope,
  day: Day,
  inForce: InForce,
  { by, within }: { by: keyof typeof LEVELS; within?: string },
) {
  const join = joins(day)
  const place = pathDownTo(organizations.path, LEVELS[by])
  return scope.db
    .select({
      pathwayId: assignments.pathwayId,
      place: place.as('place'),
      assigned: anyWhere(wasOpen(day)).as('assigned'),
      engaged: anyWhere(and(wasOpen(day), lte(enrollments.engagedOn, day))).as('engaged'),
      demonstrated: anyWhere(lte(enrollments.completedOn, day)).as('demonstrated'),
      current: anyWhere(wasCurrent(day)).as('current'),
      expiring: anyWhere(
        and(wasCurrent(day), lte(enrollments.expiresOn, addDays(day, EXPIRING_DAYS))),
      ).as('expiring'),
    })
    .from(assignments)
    .innerJoin(organizations, isAbove(inForce))
    .innerJoin(affiliations, join.affiliation)
    .leftJoin(enrollments, join.enrollment)
    .where(audienceOn(scope, day, within))
    .groupBy(assignments.pathwayId, place, affiliations.memberId)
    .as('people')
}

/** The ids of the people in the audience of one pathway on a day, as a query; null for nobody. */
export async function audienceMembers(
  scope: Scope,
  day: Day,
  options: { pathwayId: string; within: string },
) {
  const inForce = await assignmentsInForce(scope, day, options.pathwayId)
  if (inForce.length === 0) return null
  return {
    query: scope.db
      .select({ memberId: affiliations.memberId })
      .from(assignments)
      .innerJoin(organizations, isAbove(inForce))
      .innerJoin(affiliations, joins(day).affiliation)
      .where(audienceOn(scope, day, options.within)),
  }
}

type InForce = Awaited<ReturnType<typeof assignmentsInForce>>

/** The assignments in force at the end of a day, with where their audience begins. */
async function assignmentsInForce(scope: Scope, day: Day, pathwayId?: string) {
  const end = endOfDay(day, scope.district.timeZone)
  return scope.db
    .select({
      id: assignments.id,
      pathwayId: assignments.pathwayId,
      pathway: pathways.title,
      organizationId: assignments.organizationId,
      path: organizations.path,
    })
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .innerJoin(organizations, eq(organizations.id, assignments.organizationId))
    .where(
      and(
        pathwayId ? eq(assignments.pathwayId, pathwayId) : undefined,
        lte(assignments.createdAt, end),
        or(isNull(assignments.endedAt), gt(assignments.endedAt, end)),
      ),
    )
}

/** The organizations that an assignment in force reaches. */
function isAbove(inForce: InForce) {
  const paths = new Map(inForce.map(({ organizationId, path }) => [organizationId, path]))
  const ids = inForce.map(({ id }) => id)
  const below = [...paths].map(([organizationId, path]) =>
    and(eq(assignments.organizationId, organizationId), startsWith(organizations.path, path)),
  )
  return and(inArray(assignments.id, ids), or(...below))!
}

const joins = (day: Day) => ({
  affiliation: and(
    eq(affiliations.organizationId, organizations.id),
    inArray(affiliations.role, LEARNING_ROLES),
    holdsOn(day),
  )!,
  enrollment: and(
    eq(enrollments.memberId, affiliations.memberId),
    eq(enrollments.pathwayId, assignments.pathwayId),
    lte(enrollments.enrolledOn, day),
  )!,
})

/** Whom the rule of an assignment fits; of an offered one, who had joined. */
function audienceOn(scope: Scope, day: Day, within: string | undefined) {
  const hiredSince = scope.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.id, affiliations.memberId), gte(members.hiredOn, assignments.hiredAfter)))
  const joined = scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.memberId, affiliations.memberId),
        eq(enrollments.pathwayId, assignments.pathwayId),
        wasOpen(day),
      ),
    )
  return and(
    or(isNull(assignments.role), eq(assignments.role, affiliations.role)),
    or(isNull(assignments.gradeBand), eq(assignments.gradeBand, organizations.gradeBand)),
    or(isNull(assignments.hiredAfter), exists(hiredSince)),
    or(ne(assignments.kind, 'offered'), exists(joined)),
    within === undefined ? undefined : startsWith(organizations.path, within),
  )
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
