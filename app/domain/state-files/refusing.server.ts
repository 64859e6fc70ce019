import { newId } from '#db/id'
import { stateFileRefusals } from '#db/schema'
import { Conflict } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { requireFile } from './files.server'
import type { RefusalInput } from './inputs.server'

/** The file that would be marked as refused. @throws Conflict when it is already · Forbidden · NotFound */
export async function openRefusal(scope: Scope, id: string) {
  const { refusedAt, number, size } = await requireFile(scope, id)
  authorize(scope.actor, 'state_file.make')
  if (refusedAt) throw new Conflict(ALREADY)
  return { id, number, size }
}

/**
 * Says that the state refused a file as a whole: what it told counts as not told, and what the files before
 * it told stands again.
 *
 * @throws Conflict when that was said already
 * @throws Forbidden · NotFound
 */
export async function refuseStateFile(scope: WriteScope, id: string, { reason }: RefusalInput) {
  const { number } = await openRefusal(scope, id)
  await scope.db.insert(stateFileRefusals).values({
    id: newId(),
    fileId: id,
    reason,
    refusedById: scope.actor.id,
    refusedAt: scope.now,
  })
  await scope.record('state_file.refused', id, { number, reason })
}

const ALREADY = 'This file is marked as refused already. Nothing was changed.'
