import { keepObligations } from '../mandates/keeping.server'
import { refreshProgress } from '../pathways/progress.server'
import { reevaluateAfterLearning } from '../pathways/reevaluating.server'
import type { WriteScope } from '../scope.server'

/**
 * All that follows from something of a member that counts now: their pathways, what they are assigned
 * because of those, and their required trainings. Call it in the transaction that made it count.
 */
export async function followUpLearning(scope: WriteScope, memberId: string) {
  await refreshProgress(scope, memberId)
  await reevaluateAfterLearning(scope, [memberId])
  await keepObligations(scope, [memberId])
}
