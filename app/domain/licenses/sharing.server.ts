import { and, eq, inArray } from '#db/query.server'
import { affiliations, members } from '#db/schema'
import { holdsOn } from '../people/actor.server'
import { authorize, can } from '../policy'
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

/**
 * Of some members, those of whom the actor may see whether their license renewal is on course.
 *
 * @returns their ids
 */
export async function listHealthVisible(scope: Scope, memberIds: string[]) {
  if (memberIds.length === 0) return new Set<string>()
  const rows = await scope.db
    .select({
      id: members.id,
      sharesLicenseHealth: members.sharesLicenseHealth,
      organizationId: affiliations.organizationId,
    })
    .from(members)
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), holdsOn(scope.today)))
    .where(inArray(members.id, memberIds))
  const visible = rows.filter(({ organizationId, ...member }) => {
    const organizationIds = organizationId ? [organizationId] : []
    return can(scope.actor, 'license.health', { ...member, organizationIds })
  })
  return new Set(visible.map(({ id }) => id))
}
