import { eq } from '#db/query.server'
import { activities } from '#db/schema'
import { bookMinutes, reverseMinutes } from '../credit/ledger.server'
import { reverseUsesOf } from '../credit/uses.server'
import { strengthOf } from '../evidence/queries.server'
import type { WriteScope } from '../scope.server'

/** What a closed submission does to its activity; an approval books its minutes. */
export async function applyToActivity(
  scope: WriteScope,
  id: string,
  status: 'approved' | 'returned' | 'denied' | 'withdrawn',
) {
  const [activity] = await scope.db
    .update(activities)
    .set({ status, updatedAt: scope.now })
    .where(eq(activities.id, id))
    .returning()
  if (!activity || status !== 'approved') return
  await bookMinutes(scope, {
    memberId: activity.memberId,
    organizationId: activity.organizationId!,
    kind: activity.kind!,
    minutes: activity.minutes!,
    earnedOn: activity.endedOn ?? activity.startedOn!,
    strength: await strengthOf(scope, { activityId: id }),
    activityId: id,
  })
}

/**
 * What a decision that is taken back does to its activity: it waits, its minutes count no longer, and
 * they are not used for anything any more.
 */
export async function reopenActivity(scope: WriteScope, id: string) {
  await scope.db
    .update(activities)
    .set({ status: 'submitted', updatedAt: scope.now })
    .where(eq(activities.id, id))
  await reverseMinutes(scope, { activityId: id })
  await reverseUsesOf(scope, { activityId: id })
}
