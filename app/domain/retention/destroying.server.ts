import { and, asc, inArray, isNotNull, lt, not } from '#db/query.server'
import { evidence } from '#db/schema'
import { isHeld } from '../holds/holds.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { isKeptFile, keepingsOf, noteKeepings, selectFiles, titleOf } from './files.server'

const FILES_A_TURN = 200

/** The condition that a file is due: the last day it is kept is over, and no hold stands on it. */
export const isDue = (scope: Scope) => and(isPast(scope), not(isHeld(scope, evidence)))

/** The condition that the last day a file is kept is over. */
export const isPast = ({ today }: Scope) =>
  and(isKeptFile, isNotNull(evidence.keptUntil), lt(evidence.keptUntil, today))

/** The office says that the next files may go that are due. @throws Forbidden */
export async function confirmDestruction(scope: WriteScope) {
  authorize(scope.actor, 'retention.edit')
  return destroyNext(scope)
}

/**
 * Gives up the next files that are due, each with an event. It is looked up once more until when each is to
 * be kept; one that is not due after all stays. Their rows stay too, with name, size and hash, and so does
 * everything that was decided because of them.
 *
 * @returns the ids of the files, whose bytes may be removed once this is committed, and whether there may
 *   be more
 */
export async function destroyNext(scope: WriteScope) {
  const files = await selectFiles(scope)
    .where(isDue(scope))
    .orderBy(asc(evidence.id))
    .limit(FILES_A_TURN)
  const keepings = await keepingsOf(scope, files)
  const isOver = (id: string) => {
    const { until } = keepings.get(id)!
    return until !== null && until < scope.today
  }
  const due = files.filter(({ id }) => isOver(id))
  const spared = files.filter(({ id }) => !isOver(id))
  await noteKeepings(scope, spared, keepings)
  if (due.length > 0) {
    const ids = due.map(({ id }) => id)
    await scope.db
      .update(evidence)
      .set({ destroyedOn: scope.today })
      .where(inArray(evidence.id, ids))
  }
  for (const file of due) {
    const { id, memberId, name, bytes, sha256 } = file
    const { until: keptUntil, because } = keepings.get(id)!
    const details = { memberId, name, bytes, sha256, keptUntil, because }
    await scope.record('evidence.destroyed', id, { ...details, title: titleOf(file) })
  }
  return { destroyed: due.map(({ id }) => id), mayBeMore: files.length === FILES_A_TURN }
}
