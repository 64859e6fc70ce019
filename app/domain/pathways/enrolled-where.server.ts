import {
  and,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
} from '#db/query.server'
import { affiliations, enrollments } from '#db/schema'
import { addDays } from '../calendar'
import { organizationsAt } from '../people/places.server'
import { holdsOn } from '../people/actor.server'
import type { Scope } from '../scope.server'
import { LEARNING_ROLES } from '../audiences/roles'
import { waitsForUs } from './blocked-where.server'
import { STUCK_DAYS, type DueWindow, type EnrolledState } from './enrolled'

/** Whose progress is asked for: all on a pathway, or those of one assignment of it. */
export type Which = { pathwayId: string } | { assignmentId: string }

/** Which of them. */
export type Narrowing = {
  state?: EnrolledState
  /** A school with its departments, or the district for its own offices. */
  organizationId?: string
  /** The step at which they stand. */
  stepKey?: string
  due?: DueWindow
}

/** The enrollments of active staff that are asked for; taken back ones are not among them. */
export const enrolledWhere = (scope: Scope, which: Which, narrowing: Narrowing = {}) =>
  and(
    on(which),
    isActive(scope, narrowing.organizationId),
    narrowing.state && isInState(scope, narrowing.state),
    narrowing.stepKey ? and(isOpen, eq(enrollments.nextStepKey, narrowing.stepKey)) : undefined,
    narrowing.due && isDueIn(scope, narrowing.due),
  )

/** The enrollments of a pathway or an assignment that were not taken back. */
export const on = (which: Which) =>
  and(
    'pathwayId' in which
      ? eq(enrollments.pathwayId, which.pathwayId)
      : eq(enrollments.assignmentId, which.assignmentId),
    isNull(enrollments.endedOn),
  )

/** Its member has an affiliation today in which one learns, at the place if an organization is given. */
export const isActive = (scope: Scope, organizationId?: string) =>
  exists(
    scope.db
      .select({ memberId: affiliations.memberId })
      .from(affiliations)
      .where(
        and(
          eq(affiliations.memberId, enrollments.memberId),
          holdsOn(scope.today),
          inArray(affiliations.role, LEARNING_ROLES),
          organizationId
            ? inArray(affiliations.organizationId, organizationsAt(scope, organizationId))
            : undefined,
        ),
      ),
  )

/** Not completed yet. */
export const isOpen = isNull(enrollments.completedOn)

/** Completed, and the completion holds today. */
export const isCurrentToday = ({ today }: Scope) =>
  and(
    isNotNull(enrollments.completedOn),
    or(isNull(enrollments.expiresOn), gt(enrollments.expiresOn, today)),
  )

/** Past its due day and the days of grace; the SQL twin of `isOverdue`. */
export const isOverdueToday = ({ today }: Scope) => and(isOpen, lte(enrollments.lateOn, today))

/** The condition of a state; the SQL twin of `stateOf`. */
export function isInState(scope: Scope, state: EnrolledState): SQL {
  const condition = {
    not_started: () => and(isOpen, isNull(enrollments.engagedOn)),
    under_way: () => and(isOpen, isNotNull(enrollments.engagedOn)),
    waiting: () => and(isOpen, waitsForUs(scope)),
    stuck: () => isStuck(scope),
    overdue: () => isOverdueToday(scope),
    completed: () => isNotNull(enrollments.completedOn),
    lapsed: () => and(isNotNull(enrollments.completedOn), lte(enrollments.expiresOn, scope.today)),
  }[state]
  return condition()!
}

function isStuck({ today }: Scope) {
  const longAgo = addDays(today, -STUCK_DAYS)
  const { enrolledOn, lastStepOn } = enrollments
  return and(isOpen, lte(enrolledOn, longAgo), or(isNull(lastStepOn), lte(lastStepOn, longAgo)))
}

function isDueIn({ today }: Scope, due: DueWindow) {
  const week = addDays(today, 7)
  const month = addDays(today, 30)
  const { dueOn } = enrollments
  const condition = {
    past: lt(dueOn, today),
    week: and(gte(dueOn, today), lte(dueOn, week)),
    month: and(gte(dueOn, today), lte(dueOn, month)),
    later: gt(dueOn, month),
    none: isNull(dueOn),
  }[due]
  return and(isOpen, condition)
}
