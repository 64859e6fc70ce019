import { eq } from '#db/query.server'
import { awards } from '#db/schema'
import { reverseUsesOf } from '../credit/uses.server'
import type { WriteScope } from '../scope.server'

const VERIFICATION = {
  approved: 'verified_by_person',
  returned: 'not_verified',
  denied: 'refused',
  withdrawn: 'withdrawn',
} as const

/** What a closed submission does to its award: only an approval makes it a verified one. */
export async function applyToAward(
  scope: WriteScope,
  id: string,
  status: 'approved' | 'returned' | 'denied' | 'withdrawn',
) {
  await scope.db
    .update(awards)
    .set({
      verification: VERIFICATION[status],
      decidedOn: status === 'returned' ? null : scope.today,
    })
    .where(eq(awards.id, id))
}

/**
 * What a decision that is taken back does to its award: nobody has verified or refused it, and it is not
 * used for anything any more.
 */
export async function reopenAward(scope: WriteScope, id: string) {
  await scope.db
    .update(awards)
    .set({ verification: 'not_verified', decidedOn: null })
    .where(eq(awards.id, id))
  await reverseUsesOf(scope, { awardId: id })
}
