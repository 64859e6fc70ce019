import { and, asc, countWhere, eq, gt, inArray, isNull, lte, or, type SQL } from '#db/query.server'
import { goalPriorities, goals } from '#db/schema'
import type { GoalStatus } from '#db/words'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'

export type GoalCounts = { organizationId: string } & Record<GoalStatus, number>

/** Which goals were in which state at the end of a day: still open unless they were closed by then. */
export function standingThen(asOf: Day): Record<GoalStatus, SQL | undefined> {
  const closedAs = (status: GoalStatus) => and(lte(goals.closedOn, asOf), eq(goals.status, status))
  return {
    open: or(isNull(goals.closedOn), gt(goals.closedOn, asOf)),
    met: closedAs('met'),
    partly_met: closedAs('partly_met'),
    not_met: closedAs('not_met'),
    withdrawn: closedAs('withdrawn'),
  }
}

/** The rows that say which priority goals served at the end of a day: one of a goal at most. */
export const servedThen = (asOf: Day) =>
  and(
    lte(goalPriorities.startedOn, asOf),
    or(isNull(goalPriorities.replacedOn), gt(goalPriorities.replacedOn, asOf)),
  )

const countsThen = (asOf: Day) => {
  const standing = standingThen(asOf)
  return {
    open: countWhere(standing.open),
    met: countWhere(standing.met),
    partly_met: countWhere(standing.partly_met),
    not_met: countWhere(standing.not_met),
    withdrawn: countWhere(standing.withdrawn),
  }
}

/**
 * How many goals of each school were in each state at the end of a day: set by then, and still open
 * unless closed by then. Counts only; the caller has authorized the report.
 */
export async function countGoalsByStatus(
  scope: Scope,
  asOf: Day,
  organizationIds?: string[],
): Promise<GoalCounts[]> {
  return scope.db
    .select({ organizationId: goals.organizationId, ...countsThen(asOf) })
    .from(goals)
    .where(
      and(
        lte(goals.setOn, asOf),
        organizationIds && inArray(goals.organizationId, organizationIds),
      ),
    )
    .groupBy(goals.organizationId)
    .orderBy(asc(goals.organizationId))
}

/**
 * As `countGoalsByStatus`, of the goals that served a priority at the end of the day, for each priority.
 * Begun from the rows of priorities: where none is served, nothing is read.
 */
export async function countGoalsByPriority(
  scope: Scope,
  asOf: Day,
  organizationIds?: string[],
): Promise<(GoalCounts & { priorityId: string })[]> {
  return scope.db
    .select({
      priorityId: goalPriorities.priorityId,
      organizationId: goals.organizationId,
      ...countsThen(asOf),
    })
    .from(goalPriorities)
    .innerJoin(goals, eq(goals.id, goalPriorities.goalId))
    .where(
      and(
        servedThen(asOf),
        lte(goals.setOn, asOf),
        organizationIds && inArray(goals.organizationId, organizationIds),
      ),
    )
    .groupBy(goalPriorities.priorityId, goals.organizationId)
    .orderBy(asc(goalPriorities.priorityId), asc(goals.organizationId))
}
