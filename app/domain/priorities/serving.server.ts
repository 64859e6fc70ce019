import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import { goalPriorities } from '#db/schema'
import { Invalid } from '../errors'
import type { WriteScope } from '../scope.server'
import { listPriorityChoices, priorityOfGoal } from './queries.server'

/**
 * Lets a goal serve a priority from today on, or none. What it served before stays known of the days
 * before. The caller has authorized the change of the goal.
 *
 * @throws Invalid when the priority is not in force, unless the goal serves it already
 */
export async function servePriority(scope: WriteScope, goalId: string, priorityId: string | null) {
  const present = await priorityOfGoal(scope, goalId)
  if ((present?.id ?? null) === priorityId) return
  if (priorityId !== null) await requireInForce(scope, priorityId)
  if (present) {
    await scope.db
      .update(goalPriorities)
      .set({ replacedOn: scope.today })
      .where(and(eq(goalPriorities.goalId, goalId), isNull(goalPriorities.replacedOn)))
  }
  if (priorityId === null) return
  await scope.db
    .insert(goalPriorities)
    .values({ id: newId(), goalId, priorityId, startedOn: scope.today })
}

async function requireInForce(scope: WriteScope, id: string) {
  const choices = await listPriorityChoices(scope)
  if (choices.some((choice) => choice.id === id)) return
  throw new Invalid('priorityId', 'This priority is no longer in force. Choose another one.')
}
