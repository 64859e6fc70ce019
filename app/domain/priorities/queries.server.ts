import { and, asc, desc, eq, isNotNull, isNull } from '#db/query.server'
import { goalPriorities, priorities } from '#db/schema'
import type { PriorityOwner } from '#db/words'
import { schoolYearOf } from '../calendar'
import { pageOf, window } from '../listing'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { isInForce, MAX_PRIORITIES } from './priority'

const fields = {
  id: priorities.id,
  name: priorities.name,
  description: priorities.description,
  owner: priorities.owner,
  fromYear: priorities.fromYear,
  untilYear: priorities.untilYear,
}

const named = { id: priorities.id, name: priorities.name, owner: priorities.owner }

/** The state's before the district's, for so their words are in the order of letters. */
const inOrder = [desc(priorities.owner), asc(priorities.position), asc(priorities.id)]

/** The priorities in use, the state's first, each owner's in their order. @throws Forbidden */
export async function listPriorities(scope: Scope) {
  authorize(scope.actor, 'catalog.edit')
  const thisYear = schoolYearOf(scope.today, scope.district.schoolYearStartsOn)
  const rows = await listInUse(scope)
  return {
    thisYear,
    priorities: rows.map((row) => ({
      ...row,
      isInForce: isInForce({ ...row, isRetired: false }, thisYear),
    })),
  }
}

/** A page of the priorities that are retired, last retired first. @throws Forbidden */
export async function listRetiredPriorities(scope: Scope, page: number) {
  authorize(scope.actor, 'catalog.edit')
  const condition = isNotNull(priorities.retiredAt)
  const [rows, total] = await Promise.all([
    scope.db
      .select(fields)
      .from(priorities)
      .where(condition)
      .orderBy(desc(priorities.retiredAt), asc(priorities.id))
      .limit(window(page).limit)
      .offset(window(page).offset),
    scope.db.count(priorities, condition),
  ])
  return pageOf(rows, total, page)
}

/**
 * What a goal that is set or changed today can serve: the priorities in force, and the one it serves
 * already, though it may be retired.
 */
export async function listPriorityChoices(scope: Scope, present: string | null = null) {
  const thisYear = schoolYearOf(scope.today, scope.district.schoolYearStartsOn)
  const inUse = await listInUse(scope)
  const inForce = inUse.filter((row) => isInForce({ ...row, isRetired: false }, thisYear))
  if (present === null || inForce.some(({ id }) => id === present)) return inForce
  const kept = await scope.db.select(fields).from(priorities).where(eq(priorities.id, present))
  return [...inForce, ...kept]
}

/** All priorities there are and were, the state's first, each owner's in their order. */
export const listAllPriorities = (scope: Scope) =>
  scope.db
    .select(named)
    .from(priorities)
    .orderBy(...inOrder)

/** Which priority a goal serves now, or null. */
export async function priorityOfGoal(scope: Scope, goalId: string) {
  const [row] = await scope.db
    .select(named)
    .from(goalPriorities)
    .innerJoin(priorities, eq(priorities.id, goalPriorities.priorityId))
    .where(and(eq(goalPriorities.goalId, goalId), isNull(goalPriorities.replacedOn)))
  return row ?? null
}

/** How many goals ever served a priority. */
export const countServing = (scope: Scope, priorityId: string) =>
  scope.db.count(goalPriorities, eq(goalPriorities.priorityId, priorityId))

/** Those of an owner that are in use, in their order. */
export const listInUse = (scope: Scope, owner?: PriorityOwner) =>
  scope.db
    .select(fields)
    .from(priorities)
    .where(and(isNull(priorities.retiredAt), owner && eq(priorities.owner, owner)))
    .orderBy(...inOrder)
    .limit(MAX_PRIORITIES)
