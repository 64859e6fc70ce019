import { and, asc, desc, eq, inArray, maxOf, ne, or, orElse } from '#db/query.server'
import { goalCheckIns, goals, members, organizations } from '#db/schema'
import { NotFound } from '../errors'
import { asSeenBy, listEvidence } from '../evidence/queries.server'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { type Actor, can, seesWholeDistrict } from '../policy'
import { priorityOfGoal } from '../priorities/queries.server'
import type { Scope } from '../scope.server'
import { canReopen } from './goal'

/** The SQL twin of the permission `goal.view`. */
export const visibleTo = (actor: Actor) =>
  seesWholeDistrict(actor)
    ? undefined
    : or(eq(goals.memberId, actor.id), inArray(goals.organizationId, actor.supervises))

const fields = {
  id: goals.id,
  memberId: goals.memberId,
  organizationId: goals.organizationId,
  title: goals.title,
  kind: goals.kind,
  competency: goals.competency,
  baseline: goals.baseline,
  target: goals.target,
  measure: goals.measure,
  setOn: goals.setOn,
  dueOn: goals.dueOn,
  status: goals.status,
  outcome: goals.outcome,
  closedOn: goals.closedOn,
  version: goals.version,
}

export type Goal = NonNullable<Awaited<ReturnType<typeof findOwnGoal>>>

/**
 * One goal with its check-ins, newest first, and its evidence.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getGoal(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      ...fields,
      givenName: members.givenName,
      familyName: members.familyName,
      organization: organizations.name,
    })
    .from(goals)
    .innerJoin(members, eq(members.id, goals.memberId))
    .innerJoin(organizations, eq(organizations.id, goals.organizationId))
    .where(and(eq(goals.id, id), visibleTo(scope.actor)))
  if (!row) throw new NotFound('No goal.')
  const { givenName, familyName, ...goal } = row
  const [checkIns, evidence, priority] = await Promise.all([
    listCheckIns(scope, id),
    listEvidence(scope, { goalId: id }),
    priorityOfGoal(scope, id),
  ])
  const mayEdit = can(scope.actor, 'goal.edit', goal)
  return {
    ...goal,
    owner: fullName({ givenName, familyName }),
    isOwn: goal.memberId === scope.actor.id,
    checkIns,
    priority,
    evidence: asSeenBy(scope.actor, evidence, goal),
    can: {
      edit: mayEdit && goal.status === 'open',
      reopen: mayEdit && canReopen(goal, scope.today),
    },
  }
}

export type GoalPage = Awaited<ReturnType<typeof getGoal>>

/** A goal of the actor's own, or null when there is none under this id. */
export async function findOwnGoal(scope: Scope, id: string) {
  const [goal] = await scope.db
    .select(fields)
    .from(goals)
    .where(and(eq(goals.id, id), eq(goals.memberId, scope.actor.id)))
  return goal ?? null
}

const listCheckIns = (scope: Scope, goalId: string) =>
  scope.db
    .select({ id: goalCheckIns.id, note: goalCheckIns.note, checkedOn: goalCheckIns.checkedOn })
    .from(goalCheckIns)
    .where(eq(goalCheckIns.goalId, goalId))
    .orderBy(desc(goalCheckIns.checkedOn), desc(goalCheckIns.createdAt), desc(goalCheckIns.id))

/** The actor's own open goals, nearest due day first, each with the day of its last check-in. */
export async function listOwnOpenGoals(scope: Scope) {
  return scope.db
    .select({ ...fields, checkedOn: maxOf(goalCheckIns.checkedOn) })
    .from(goals)
    .leftJoin(goalCheckIns, eq(goalCheckIns.goalId, goals.id))
    .where(and(eq(goals.memberId, scope.actor.id), eq(goals.status, 'open')))
    .groupBy(goals.districtId, goals.id)
    .orderBy(asc(goals.dueOn), asc(goals.id))
    .limit(100)
}

/** A page of the actor's own closed goals, last closed first. */
export async function listOwnClosedGoals(scope: Scope, page: number) {
  const condition = and(eq(goals.memberId, scope.actor.id), ne(goals.status, 'open'))
  const { limit, offset } = window(page)
  const [rows, total] = await Promise.all([
    scope.db
      .select(fields)
      .from(goals)
      .where(condition)
      .orderBy(desc(orElse(goals.closedOn, '0001-01-01')), desc(goals.id))
      .limit(limit)
      .offset(offset),
    scope.db.count(goals, condition),
  ])
  return pageOf(rows, total, page)
}

/** A member's open goals that the actor may see, nearest due day first. */
export async function listOpenGoals(scope: Scope, memberId: string, limit: number) {
  return scope.db
    .select({ id: goals.id, title: goals.title, target: goals.target, dueOn: goals.dueOn })
    .from(goals)
    .where(and(eq(goals.memberId, memberId), eq(goals.status, 'open'), visibleTo(scope.actor)))
    .orderBy(asc(goals.dueOn), asc(goals.id))
    .limit(limit)
}
