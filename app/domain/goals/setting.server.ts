import { newLongId } from '#db/id'
import { and, eq } from '#db/query.server'
import { goals } from '#db/schema'
import { addMonths } from '../calendar'
import { Conflict, Forbidden, Invalid, NotFound } from '../errors'
import { organizationOn } from '../people/affiliations.server'
import { authorize } from '../policy'
import { listPriorityChoices, priorityOfGoal } from '../priorities/queries.server'
import { servePriority } from '../priorities/serving.server'
import type { Scope, WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import { MAX_YEARS_AHEAD } from './goal'
import type { GoalInput } from './inputs.server'
import { findOwnGoal } from './queries.server'

const CLOSED =
  'This goal was closed in the meantime. Set a new one, or reopen it on the day it was closed.'

/** What the form of a new goal begins with. @throws Forbidden */
export async function openNewGoal(scope: Scope) {
  authorize(scope.actor, 'goal.set')
  return { id: newLongId(), priorities: await listPriorityChoices(scope) }
}

/**
 * What the form for changing a goal begins with.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden once it is closed
 */
export async function openGoalForm(scope: Scope, id: string) {
  const goal = await findOwnGoal(scope, id)
  if (!goal) throw new NotFound('No goal.')
  authorize(scope.actor, 'goal.edit', goal)
  if (goal.status !== 'open') throw new Forbidden('This goal is closed.')
  const priorityId = (await priorityOfGoal(scope, id))?.id ?? null
  return { ...goal, priorityId, priorities: await listPriorityChoices(scope, priorityId) }
}

/**
 * Sets a goal, under the organization the actor works at today. The id is made when the form is
 * opened: sending the same form twice sets one goal.
 *
 * @throws Invalid when the due day has passed or is too far away, or the priority is not in force
 * @throws Forbidden
 * @throws NotFound when the id is somebody else's
 */
export async function setGoal(scope: WriteScope, input: GoalInput) {
  authorize(scope.actor, 'goal.set')
  const { id, version: _, priorityId = null, ...given } = input
  if (await findOwnGoal(scope, id)) return { id }
  checkDueDay(scope, given.dueOn)
  const organizationId = await organizationOn(scope, scope.actor.id, scope.today)
  if (!organizationId) throw new Invalid(null, 'You are not with a school of this district.')

  await scope.db
    .insert(goals)
    .values({
      id,
      memberId: scope.actor.id,
      organizationId,
      ...valuesOf(given),
      setOn: scope.today,
      status: 'open',
      version: 1,
      createdAt: scope.now,
    })
    .catch(refuseTakenId('No goal.'))
  await servePriority(scope, id, priorityId)
  await scope.record('goal.set', id)
  return { id }
}

/**
 * Changes an open goal.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Conflict when it was changed or closed elsewhere since the form was opened
 * @throws Invalid when the due day is moved to one that has passed or is too far away, or it is to
 * serve another priority that is not in force
 */
export async function editGoal(scope: WriteScope, input: GoalInput) {
  const { id, version, priorityId = null, ...given } = input
  const goal = await findOwnGoal(scope, id)
  if (!goal) throw new NotFound('No goal.')
  authorize(scope.actor, 'goal.edit', goal)
  if (goal.status !== 'open') throw new Conflict(CLOSED)
  if (given.dueOn !== goal.dueOn) checkDueDay(scope, given.dueOn)

  const saved = await scope.db
    .update(goals)
    .set({ ...valuesOf(given), version: version + 1 })
    .where(and(eq(goals.id, id), eq(goals.version, version)))
    .returning({ id: goals.id })
  if (saved.length === 0) {
    throw new Conflict(
      'This goal was changed in another window after you opened it here. Nothing you typed is lost: compare, then save again.',
    )
  }
  await servePriority(scope, id, priorityId)
  await scope.record('goal.edited', id)
  return { id }
}

const valuesOf = (given: Omit<GoalInput, 'id' | 'version' | 'priorityId'>) => ({
  ...given,
  competency: given.competency ?? null,
  baseline: given.baseline ?? null,
  measure: given.measure ?? null,
})

function checkDueDay(scope: Scope, day: string) {
  if (day < scope.today) {
    throw new Invalid('dueOn', 'That day has passed. Choose today or a later one.')
  }
  if (day > addMonths(scope.today, 12 * MAX_YEARS_AHEAD)) {
    throw new Invalid('dueOn', `Choose a day within ${MAX_YEARS_AHEAD} years. Check the year.`)
  }
}
