import { and, asc, count, desc, eq, inArray, isNull, lte, type SQL } from '#db/query.server'
import { goalPriorities, goals, members, organizations, priorities } from '#db/schema'
import type { GoalKind, GoalStatus } from '#db/words'
import { servedThen, standingThen } from '../goals/counting.server'
import { pageOf, pageWithin, window } from '../listing'
import { longListById, ownersOf } from '../long-list'
import { fullName } from '../people/name'
import { NO_PRIORITY, priorityName } from '../priorities/priority'
import { listAllPriorities } from '../priorities/queries.server'
import type { Scope } from '../scope.server'
import type { GoalSort } from './list'
import { isNamed, type Part, placePart } from './part.server'

/** Which goals of the report are asked for, and in which order. */
export type GoalFilter = Part & {
  status?: GoalStatus
  kind?: GoalKind
  /** The id of the priority that is served, or `NO_PRIORITY`. */
  priority?: string
  /** Words of the person's name. */
  text?: string
  sort: GoalSort
}

/**
 * A page of the goals that the report counts as of a day, each in its state and with its priority of then, with what can be chosen
 * to narrow them.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function listReportGoals(
  scope: Scope,
  { page, ...filter }: GoalFilter & { page: number },
) {
  const { places, organizationIds } = await placePart(scope, filter)
  const [[counted], all] = await Promise.all([
    scope.db
      .select({ count: count() })
      .from(goals)
      .innerJoin(members, eq(members.id, goals.memberId))
      .leftJoin(goalPriorities, ofGoal(filter))
      .where(conditionOf(filter, organizationIds)),
    listAllPriorities(scope),
  ])
  const total = counted!.count
  const last = pageWithin(page, total)
  const { limit, offset } = window(last)
  const rows = await select(scope, filter, conditionOf(filter, organizationIds))
    .orderBy(...orderOf(filter.sort))
    .limit(limit)
    .offset(offset)
  return {
    goals: pageOf(
      rows.map((row) => shown(row, filter)),
      total,
      last,
    ),
    places,
    priorities: all,
  }
}

/** All of them in their order, for a file. @throws Forbidden, Invalid, NotFound */
export async function listAllReportGoals(scope: Scope, filter: GoalFilter) {
  const { organizationIds } = await placePart(scope, filter)
  const all = await scope.db
    .select({ id: goals.id, memberId: goals.memberId })
    .from(goals)
    .innerJoin(members, eq(members.id, goals.memberId))
    .leftJoin(goalPriorities, ofGoal(filter))
    .where(conditionOf(filter, organizationIds))
    .orderBy(...orderOf(filter.sort))
  const list = longListById(all, async (ids) => {
    const rows = await select(scope, filter, inArray(goals.id, ids))
    return rows.map((row) => shown(row, filter))
  })
  return { ...list, memberIds: ownersOf(all) }
}

export type ReportGoal = ReturnType<typeof shown>

const ofGoal = ({ asOf }: Part) => and(eq(goalPriorities.goalId, goals.id), servedThen(asOf))

const select = (scope: Scope, filter: GoalFilter, condition: SQL | undefined) =>
  scope.db
    .select({
      id: goals.id,
      memberId: goals.memberId,
      givenName: members.givenName,
      familyName: members.familyName,
      organization: organizations.name,
      title: goals.title,
      kind: goals.kind,
      setOn: goals.setOn,
      dueOn: goals.dueOn,
      status: goals.status,
      closedOn: goals.closedOn,
      priority: priorities.name,
      priorityOwner: priorities.owner,
    })
    .from(goals)
    .innerJoin(members, eq(members.id, goals.memberId))
    .innerJoin(organizations, eq(organizations.id, goals.organizationId))
    .leftJoin(goalPriorities, ofGoal(filter))
    .leftJoin(priorities, eq(priorities.id, goalPriorities.priorityId))
    .where(condition)

function conditionOf(filter: GoalFilter, organizationIds: string[] | undefined) {
  const { asOf, status, kind, priority, text } = filter
  return and(
    lte(goals.setOn, asOf),
    organizationIds && inArray(goals.organizationId, organizationIds),
    status && standingThen(asOf)[status],
    kind && eq(goals.kind, kind),
    serves(priority),
    ...isNamed(text),
  )
}

function serves(priority: string | undefined) {
  if (priority === undefined) return undefined
  return priority === NO_PRIORITY
    ? isNull(goalPriorities.id)
    : eq(goalPriorities.priorityId, priority)
}

function orderOf(sort: GoalSort) {
  const direction = sort.startsWith('-') ? desc : asc
  const byName = [members.sortName, members.id]
  if (sort.endsWith('name')) return [...byName.map(direction), desc(goals.setOn), asc(goals.id)]
  const day = sort.endsWith('set') ? goals.setOn : goals.dueOn
  return [direction(day), ...byName.map(asc), asc(goals.id)]
}

type Row = Awaited<ReturnType<typeof select>>[number]

/** As it stood at the end of the day: what was closed later was still open. */
function shown({ givenName, familyName, priority, priorityOwner, ...row }: Row, { asOf }: Part) {
  const wasClosed = row.closedOn !== null && row.closedOn <= asOf
  return {
    ...row,
    name: fullName({ givenName, familyName }),
    status: wasClosed ? row.status : ('open' as const),
    closedOn: wasClosed ? row.closedOn : null,
    priority:
      priority !== null && priorityOwner !== null
        ? priorityName({ name: priority, owner: priorityOwner })
        : null,
  }
}
