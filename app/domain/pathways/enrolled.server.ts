import { and, anyWhere, count, countWhere, eq, inArray, isNotNull, sumOf } from '#db/query.server'
import { affiliations, enrollments, organizations } from '#db/schema'
import { placePath, withPlaceNames } from '../people/places.server'
import { holdsOn } from '../people/actor.server'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { LEARNING_ROLES } from '../audiences/roles'
import { listBlocked } from './blocked.server'
import type { EnrolledSort, EnrolledState } from './enrolled'
import { pageOfEnrolled } from './enrolled-people.server'
import {
  enrolledWhere,
  isCurrentToday,
  isInState,
  type Narrowing,
  on,
  type Which,
} from './enrolled-where.server'
import { listStepsStoodAt } from './steps-stood-at.server'

export type { Which } from './enrolled-where.server'

export type EnrolledFilter = Narrowing & { sort: EnrolledSort; page: number }

/**
 * Progress of active staff: how many are how far, at which step they stand, where a decision of ours
 * holds them up, the counts of each school, and a page of the people.
 *
 * @throws Forbidden
 */
export async function getEnrolled(scope: Scope, which: Which, filter: EnrolledFilter) {
  authorize(scope.actor, 'pathway.view')
  const summary = await summarizeEnrolled(scope, which)
  const people = await pageOfEnrolled(scope, which, filter, totalOf(summary.counts, filter))
  return {
    ...summary,
    people,
    /** What else the actor may do with them. */
    may: { remind: can(scope.actor, 'pathway.assign'), decide: can(scope.actor, 'queue.view') },
  }
}

export type EnrolledPage = Awaited<ReturnType<typeof getEnrolled>>

/** What does not depend on whom one looks at; turning the pages does not count it anew. */
async function summarizeEnrolled(scope: Scope, which: Which) {
  const key = 'pathwayId' in which ? which.pathwayId : which.assignmentId
  return scope.db.keepUntilWritten(`enrolled/${key}/${scope.today}`, async () => {
    const [counts, schools, steps, blocked] = await Promise.all([
      countEnrolled(scope, which),
      countBySchool(scope, which),
      listStepsStoodAt(scope, which),
      listBlocked(scope, which),
    ])
    return { counts, schools, steps, blocked }
  })
}

/** How many fit, where that has been counted: all of them, or those in one state. */
function totalOf(counts: Counts, { state, organizationId, stepKey, due }: Narrowing) {
  if (organizationId || stepKey || due) return undefined
  return state ? counts[state] : counts.assigned
}

type Counts = Awaited<ReturnType<typeof countEnrolled>>

async function countEnrolled(scope: Scope, which: Which) {
  const state = (of: EnrolledState) => countWhere(isInState(scope, of))
  const [counts] = await scope.db
    .select({
      assigned: count(),
      engaged: countWhere(isNotNull(enrollments.engagedOn)),
      demonstrated: countWhere(isNotNull(enrollments.completedOn)),
      current: countWhere(isCurrentToday(scope)),
      not_started: state('not_started'),
      under_way: state('under_way'),
      waiting: state('waiting'),
      stuck: state('stuck'),
      overdue: state('overdue'),
      completed: state('completed'),
      lapsed: state('lapsed'),
    })
    .from(enrollments)
    .where(enrolledWhere(scope, which))
  return counts!
}

/** The counts of each school by name, its departments included; whoever has two roles at one counts once there. */
async function countBySchool(scope: Scope, which: Which) {
  const place = (await placePath(scope)).as('place')
  const people = scope.db
    .select({
      place,
      engaged: anyWhere(isNotNull(enrollments.engagedOn)).as('engaged'),
      demonstrated: anyWhere(isNotNull(enrollments.completedOn)).as('demonstrated'),
      current: anyWhere(isCurrentToday(scope)).as('current'),
    })
    .from(enrollments)
    .innerJoin(affiliations, eq(affiliations.memberId, enrollments.memberId))
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(on(which), holdsOn(scope.today), inArray(affiliations.role, LEARNING_ROLES)))
    .groupBy(() => [place, enrollments.memberId])
    .as('people')
  const counts = await scope.db
    .selectFrom(people, {
      place: people.place,
      assigned: count(),
      engaged: sumOf(people.engaged),
      demonstrated: sumOf(people.demonstrated),
      current: sumOf(people.current),
    })
    .groupBy(() => [people.place])
  const schools = await withPlaceNames(scope, counts)
  return schools.map(({ place: _, ...row }) => row)
}
