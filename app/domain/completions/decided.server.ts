import { eq } from '#db/query.server'
import { completions } from '#db/schema'
import { bookMinutes, reverseMinutes } from '../credit/ledger.server'
import { reverseUsesOf } from '../credit/uses.server'
import { strengthOf } from '../evidence/queries.server'
import type { WriteScope } from '../scope.server'
import { bookedKind } from './completion'

/**
 * What a closed submission does to its completion: an approval books its minutes, with the strength
 * of the evidence as it was when somebody looked at it.
 */
export async function applyToCompletion(
  scope: WriteScope,
  id: string,
  status: 'approved' | 'returned' | 'denied' | 'withdrawn',
) {
  const strength = await strengthOf(scope, { completionId: id })
  const [completion] = await scope.db
    .update(completions)
    .set({ status, strength })
    .where(eq(completions.id, id))
    .returning()
  if (!completion || status !== 'approved') return
  await bookMinutes(scope, {
    memberId: completion.memberId,
    organizationId: completion.organizationId,
    kind: bookedKind(completion),
    minutes: completion.minutes,
    earnedOn: completion.completedOn,
    strength,
    completionId: id,
  })
}

/**
 * What a decision that is taken back does to its completion: it waits, its minutes count no longer, and
 * they are not used for anything any more.
 */
export async function reopenCompletion(scope: WriteScope, id: string) {
  await scope.db.update(completions).set({ status: 'waiting' }).where(eq(completions.id, id))
  await reverseMinutes(scope, { completionId: id })
  await reverseUsesOf(scope, { completionId: id })
}
