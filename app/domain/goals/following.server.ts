import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { evidence, goalCheckIns, goals } from '#db/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '../errors'
import { attachFiles, attachLink } from '../evidence/commands.server'
import { MAX_FILES, type StoredFile } from '../evidence/file-storage'
import { followUpLearning } from '../follow-up/learned.server'
import { takeBackSteps } from '../pathways/taking-back.server'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { canReopen } from './goal'
import type { CheckInInput, OutcomeInput } from './inputs.server'
import { findOwnGoal } from './queries.server'

/**
 * Notes how an open goal is going, with what shows it.
 *
 * @param files stored already
 * @throws NotFound when it is not the actor's own
 * @throws Conflict when it was closed in the meantime
 * @throws Invalid when the goal would have more files than it can hold
 */
export async function checkIn(
  scope: WriteScope,
  goalId: string,
  input: CheckInInput,
  files: StoredFile[],
) {
  await requireOpenGoal(scope, goalId)
  await requireRoom(scope, goalId, files.length)

  const id = newId()
  await scope.db.insert(goalCheckIns).values({
    id,
    goalId,
    note: input.note,
    checkedOn: scope.today,
    createdAt: scope.now,
  })
  const { link, mayShowStudents } = input
  await attachFiles(scope, { goalId }, files, { mayShowStudents })
  if (link) await attachLink(scope, { goalId }, { url: link, mayShowStudents })
  await scope.record('goal.checked_in', goalId, { checkInId: id })
}

/**
 * Closes a goal with its outcome; one that was met may be what a pathway asks for.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Conflict when it was closed in the meantime
 */
export async function closeGoal(scope: WriteScope, id: string, input: OutcomeInput) {
  await requireOpenGoal(scope, id)
  await scope.db
    .update(goals)
    .set({ status: input.status, outcome: input.outcome, closedOn: scope.today })
    .where(eq(goals.id, id))
  await scope.record('goal.closed', id, { status: input.status })
  await followUpLearning(scope, scope.actor.id)
}

/**
 * Opens a goal again that was closed today; one that is open stays as it is.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden when it was closed on an earlier day
 */
export async function reopenGoal(scope: WriteScope, id: string) {
  const goal = await findOwnGoal(scope, id)
  if (!goal) throw new NotFound('No goal.')
  authorize(scope.actor, 'goal.edit', goal)
  if (goal.status === 'open') return
  if (!canReopen(goal, scope.today)) {
    throw new Forbidden('A goal can be reopened only on the day it was closed. Set a new one.')
  }
  await scope.db
    .update(goals)
    .set({ status: 'open', outcome: null, closedOn: null })
    .where(eq(goals.id, id))
  await scope.record('goal.reopened', id)
  await takeBackSteps(scope, goal.memberId, { kind: 'goal', id })
}

async function requireOpenGoal(scope: WriteScope, id: string) {
  const goal = await findOwnGoal(scope, id)
  if (!goal) throw new NotFound('No goal.')
  authorize(scope.actor, 'goal.edit', goal)
  if (goal.status !== 'open') throw new Conflict('This goal was closed in the meantime.')
}

/** Says what helps here: the files of a goal stand on its page, not beside the note that is typed. */
async function requireRoom(scope: WriteScope, goalId: string, more: number) {
  if (more === 0) return
  const already = await scope.db.count(
    evidence,
    and(eq(evidence.goalId, goalId), eq(evidence.kind, 'file')),
  )
  if (already + more > MAX_FILES) {
    throw new Invalid(
      'files',
      `A goal has room for ${MAX_FILES} files, and ${already} ${already === 1 ? 'is' : 'are'} there. Your note is kept: attach a link instead, or remove a file on the page of the goal first.`,
    )
  }
}
