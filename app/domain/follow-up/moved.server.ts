import { keepObligations } from '../mandates/keeping.server'
import { reevaluateAudiences } from '../pathways/reevaluating.server'
import type { WriteScope } from '../scope.server'

/**
 * All that follows from a change of where some members work, as what, since when, or on which lists
 * they are: what they are assigned and required to take. Call it in the transaction of the change.
 *
 * @returns how many pathways were opened
 */
export async function followUpMoves(scope: WriteScope, memberIds: string[]) {
  const opened = await reevaluateAudiences(scope, memberIds)
  await keepObligations(scope, memberIds)
  return opened
}
