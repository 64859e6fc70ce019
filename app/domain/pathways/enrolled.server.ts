import {
  and,
  asc,
  count,
  countDistinctWhere,
  countWhere,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  maxOf,
  notExists,
  or,
  orElse,
  type SQL,
} from '#db/query.server'
import { affiliations, enrollments, members, organizations, stepCompletions } from '#db/schema'
import { addDays } from '../calendar'
import { pageOf, window } from '../listing'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { LEARNING_ROLES } from '../audiences/roles'
import { STUCK_DAYS, type EnrolledSort, type EnrolledState } from './enrolled'
import { workplacesOf } from './workplaces.server'

/** Whose progress is asked for: all on a pathway, or those of one assignment of it. */
export type Which = { pathwayId: string } | { assignmentId: string }

export type EnrolledFilter = {
  state?: EnrolledState
  organizationId?: string
  sort: EnrolledSort
  page: number
}

/** Progress of active staff: the counts, the counts of each school, and a page of the people. */
export async function getEnrolled(scope: Scope, which: Which, filter: EnrolledFilter) {
  authorize(scope.actor, 'pathway.view')
  const [counts, schools, people] = await Promise.all([
    countEnrolled(scope, which),
    countBySchool(scope, which),
    listEnrolled(scope, which, filter),
  ])
  return { counts, schools, people }
}

export type EnrolledPage = Awaited<ReturnType<typeof getEnrolled>>

async function countEnrolled(scope: Scope, which: Which) {
  const state = (of: EnrolledState) => countWhere(states(scope)[of])
  const [counts] = await scope.db
    .select({
      assigned: count(),
      engaged: countWhere(isNotNull(enrollments.engagedOn)),
      demonstrated: countWhere(isNotNull(enrollments.completedOn)),
      current: countWhere(isCurrent(scope)),
      not_started: state('not_started'),
      under_way: state('under_way'),
      stuck: state('stuck'),
      overdue: state('overdue'),
      completed: state('completed'),
      lapsed: state('lapsed'),
    })
    .from(enrollments)
    .where(activeOn(scope, which))
  return counts!
}

async function countBySchool(scope: Scope, which: Which) {
  const { memberId } = enrollments
  return scope.db
    .select({
      id: organizations.id,
      name: organizations.name,
      assigned: countDistinctWhere(memberId, isNotNull(memberId)),
      engaged: countDistinctWhere(memberId, isNotNull(enrollments.engagedOn)),
      demonstrated: countDistinctWhere(memberId, isNotNull(enrollments.completedOn)),
      current: countDistinctWhere(memberId, isCurrent(scope)),
    })
    .from(enrollments)
    .innerJoin(affiliations, eq(affiliations.memberId, memberId))
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(on(which), holdsOn(scope.today), inArray(affiliations.role, LEARNING_ROLES)))
    .groupBy(organizations.id, organizations.name, organizations.sortName)
    .orderBy(asc(organizations.sortName), asc(organizations.id))
}

async function listEnrolled(scope: Scope, which: Which, filter: EnrolledFilter) {
  const condition = and(
    activeOn(scope, which, filter.organizationId),
    filter.state && states(scope)[filter.state],
  )
  const [rows, total] = await Promise.all([
    scope.db
      .select({
        id: enrollments.id,
        memberId: enrollments.memberId,
        givenName: members.givenName,
        familyName: members.familyName,
        enrolledOn: enrollments.enrolledOn,
        dueOn: enrollments.dueOn,
        stepsCompleted: enrollments.stepsCompleted,
        stepsRequired: enrollments.stepsRequired,
        engagedOn: enrollments.engagedOn,
        completedOn: enrollments.completedOn,
        expiresOn: enrollments.expiresOn,
      })
      .from(enrollments)
      .innerJoin(members, eq(members.id, enrollments.memberId))
      .where(condition)
      .orderBy(orderOf(filter.sort), asc(members.sortName), asc(enrollments.id))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    scope.db.count(enrollments, condition),
  ])
  const [workplaces, lastSteps] = await Promise.all([
    workplacesOf(
      scope,
      rows.map(({ memberId }) => memberId),
    ),
    lastStepsOf(
      scope,
      rows.map(({ id }) => id),
    ),
  ])
  const people = rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
    workplace: workplaces.get(row.memberId) ?? null,
    lastStepOn: lastSteps.get(row.id) ?? null,
  }))
  return pageOf(people, total, filter.page)
}

const on = (which: Which) =>
  and(
    'pathwayId' in which
      ? eq(enrollments.pathwayId, which.pathwayId)
      : eq(enrollments.assignmentId, which.assignmentId),
    isNull(enrollments.endedOn),
  )

const activeOn = (scope: Scope, which: Which, organizationId?: string) =>
  and(
    on(which),
    exists(
      scope.db
        .select({ id: affiliations.id })
        .from(affiliations)
        .where(
          and(
            eq(affiliations.memberId, enrollments.memberId),
            holdsOn(scope.today),
            inArray(affiliations.role, LEARNING_ROLES),
            organizationId ? eq(affiliations.organizationId, organizationId) : undefined,
          ),
        ),
    ),
  )

const isCurrent = ({ today }: Scope) =>
  and(
    isNotNull(enrollments.completedOn),
    or(isNull(enrollments.expiresOn), gt(enrollments.expiresOn, today)),
  )

function states(scope: Scope): Record<EnrolledState, SQL | undefined> {
  const isOpen = isNull(enrollments.completedOn)
  const longAgo = addDays(scope.today, -STUCK_DAYS)
  return {
    not_started: and(isOpen, isNull(enrollments.engagedOn)),
    under_way: and(isOpen, isNotNull(enrollments.engagedOn)),
    stuck: and(isOpen, lte(enrollments.enrolledOn, longAgo), noStepSince(scope, longAgo)),
    overdue: and(isOpen, lt(enrollments.dueOn, scope.today)),
    completed: isNotNull(enrollments.completedOn),
    lapsed: and(isNotNull(enrollments.completedOn), lte(enrollments.expiresOn, scope.today)),
  }
}

const noStepSince = (scope: Scope, day: string) =>
  notExists(
    scope.db
      .select({ id: stepCompletions.id })
      .from(stepCompletions)
      .where(
        and(eq(stepCompletions.enrollmentId, enrollments.id), gt(stepCompletions.completedOn, day)),
      ),
  )

async function lastStepsOf(scope: Scope, enrollmentIds: string[]) {
  const rows = await scope.db
    .select({
      enrollmentId: stepCompletions.enrollmentId,
      completedOn: maxOf(stepCompletions.completedOn),
    })
    .from(stepCompletions)
    .where(inArray(stepCompletions.enrollmentId, enrollmentIds))
    .groupBy(stepCompletions.enrollmentId)
  return new Map(rows.map(({ enrollmentId, completedOn }) => [enrollmentId, completedOn]))
}

function orderOf(sort: EnrolledSort) {
  const direction = sort.startsWith('-') ? desc : asc
  const column = {
    name: members.sortName,
    due: orElse(enrollments.dueOn, '9999-12-31'),
    since: enrollments.enrolledOn,
    steps: enrollments.stepsCompleted,
  }[sort.replace('-', '') as 'name' | 'due' | 'since' | 'steps']
  return direction(column)
}
