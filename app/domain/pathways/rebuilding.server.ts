import { gt } from '#db/query.server'
import { enrollments } from '#db/schema'
import type { WriteScope } from '../scope.server'
import { BATCH, openEnrollments, settle } from './progress.server'
import { assess } from './standing.server'

/**
 * Makes anew what is derived about a batch of open enrollments: which steps are done, by which rows, and
 * how far each person is. Nothing of what was derived before has a part in it; the steps kept from earlier
 * versions and the days on which somebody began are history and stay. Completed enrollments are not touched.
 *
 * @param after the id of the last enrollment of the batch before
 * @returns how many were looked at, how many of them differed, and where to go on; null at the end
 */
export async function rebuildBatch(scope: WriteScope, after: string | null) {
  const batch = await openEnrollments(scope, after === null ? undefined : gt(enrollments.id, after))
  const differed = batch.length > 0 ? await settle(scope, await assess(scope, batch)) : 0
  return {
    open: batch.length,
    differed,
    next: batch.length < BATCH ? null : batch.at(-1)!.id,
  }
}
