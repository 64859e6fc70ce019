import { eq } from '#db/query.server'
import { members } from '#db/schema'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'

/** Whether the actor lets the principal see that the license renewal is on course. */
export async function sharesHealth(scope: Scope) {
  const [row] = await scope.db
    .select({ shares: members.sharesLicenseHealth })
    .from(members)
    .where(eq(members.id, scope.actor.id))
  return row?.shares ?? false
}

/**
 * Lets the principal see whether the actor's license renewal is on course, or no longer.
 *
 * @throws Forbidden
 */
export async function shareHealth(scope: WriteScope, shares: boolean) {
  authorize(scope.actor, 'license.add')
  await scope.db
    .update(members)
    .set({ sharesLicenseHealth: shares })
    .where(eq(members.id, scope.actor.id))
  await scope.record('license.sharing_changed', scope.actor.id, { shares })
}
