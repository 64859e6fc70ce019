import { newId } from '#db/id'
import { and, isNull, ne } from '#db/query.server'
import { type AssignmentBefore, assignmentChanges } from '#db/schema'
import type { WriteScope } from '../scope.server'

/** What was done to an assignment and not undone. */
export const stands = and(isNull(assignmentChanges.undoneAt), ne(assignmentChanges.what, 'undone'))!

/**
 * Notes what is done to an assignment, and what it said before where that is overwritten.
 *
 * @returns the id of the change
 */
export async function keepChange(
  scope: WriteScope,
  assignmentId: string,
  what: (typeof assignmentChanges.$inferInsert)['what'],
  before: AssignmentBefore | null,
) {
  const id = newId()
  await scope.db
    .insert(assignmentChanges)
    .values({ id, assignmentId, what, before, madeById: scope.actor.id, madeAt: scope.now })
  return id
}
