import {
  and,
  asc,
  eq,
  equalsIn,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  maxOf,
  notExists,
  or,
  scalar,
  scalarOf,
  type SQL,
} from '#db/query.server'
import { affiliations, assignments, enrollments, pathwaySteps, stepCompletions } from '#db/schema'
import { addDays } from '../calendar'
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
    narrowing.stepKey ? standsAtStep(scope, narrowing.stepKey) : undefined,
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

/** Its member has an affiliation today in which one learns, at the organization if one is given. */
export const isActive = (scope: Scope, organizationId?: string) =>
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
  )

/** Not completed yet. */
export const isOpen = isNull(enrollments.completedOn)

/** Completed, and the completion holds today. */
export const isCurrentToday = ({ today }: Scope) =>
  and(
    isNotNull(enrollments.completedOn),
    or(isNull(enrollments.expiresOn), gt(enrollments.expiresOn, today)),
  )

/** Past its due day, and mandated: only what is mandated can be overdue. */
export const isOverdueToday = (scope: Scope) =>
  and(isOpen, lt(enrollments.dueOn, scope.today), isMandated(scope))

/** There because of a mandate. */
export const isMandated = (scope: Scope) =>
  inArray(
    enrollments.assignmentId,
    scope.db
      .select({ id: assignments.id })
      .from(assignments)
      .where(eq(assignments.kind, 'mandated')),
  )

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

function isStuck(scope: Scope) {
  const longAgo = addDays(scope.today, -STUCK_DAYS)
  const since = scope.db
    .select({ id: stepCompletions.id })
    .from(stepCompletions)
    .where(
      and(
        eq(stepCompletions.enrollmentId, enrollments.id),
        gt(stepCompletions.completedOn, longAgo),
      ),
    )
  return and(isOpen, lte(enrollments.enrolledOn, longAgo), notExists(since))
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

const standsAtStep = (scope: Scope, stepKey: string) =>
  and(isOpen, equalsIn(stepStoodAt(scope), pathwaySteps.stepKey, stepKey))

/** The key of the first step that is not done, of the enrollment in the query around. */
export const stepStoodAt = (scope: Scope) =>
  scalarOf(
    scope.db
      .select({ stepKey: pathwaySteps.stepKey })
      .from(pathwaySteps)
      .where(
        and(
          eq(pathwaySteps.versionId, enrollments.versionId),
          notExists(
            scope.db
              .select({ id: stepCompletions.id })
              .from(stepCompletions)
              .where(
                and(
                  eq(stepCompletions.enrollmentId, enrollments.id),
                  eq(stepCompletions.stepKey, pathwaySteps.stepKey),
                ),
              ),
          ),
        ),
      )
      .orderBy(asc(pathwaySteps.position), asc(pathwaySteps.id))
      .limit(1),
    pathwaySteps.stepKey,
  )

/** The day of the last step that was done, of the enrollment in the query around. */
export const lastStepOn = (scope: Scope) =>
  scalar<string | null>(
    scope.db
      .select({ completedOn: maxOf(stepCompletions.completedOn) })
      .from(stepCompletions)
      .where(eq(stepCompletions.enrollmentId, enrollments.id)),
  )
