import { keepObligationsAfterLicense } from '../mandates/keeping.server'
import { reevaluateAfterLicense } from '../pathways/reevaluating.server'
import type { WriteScope } from '../scope.server'

/**
 * All that follows from a change of the licenses that some members hold: what they are assigned and
 * required to take because of those. Call it in the transaction of the change.
 */
export async function followUpLicenses(scope: WriteScope, memberIds: string[]) {
  await reevaluateAfterLicense(scope, memberIds)
  await keepObligationsAfterLicense(scope, memberIds)
}
