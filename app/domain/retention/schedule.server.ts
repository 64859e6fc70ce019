import { authorize, can } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { ScheduleInput } from './inputs.server'

/** How long the district keeps evidence files. @throws Forbidden */
export async function getSchedule(scope: Scope) {
  authorize(scope.actor, 'retention.view')
  const { evidenceYears, separationYears, destroysWhenDue, filesReviewedOn } = scope.district
  return {
    evidenceYears,
    separationYears,
    destroysWhenDue,
    /** The day on which every file was last looked at; not yet after a change. */
    filesReviewedOn,
    can: { edit: can(scope.actor, 'retention.edit') },
  }
}

/** The form that changes it. @throws Forbidden */
export async function openScheduleForm(scope: Scope) {
  authorize(scope.actor, 'retention.edit')
  return getSchedule(scope)
}

/**
 * Changes how long evidence files are kept. Until when that is for each of them is found out in the next
 * hour, and once more before one is destroyed.
 *
 * @throws Forbidden
 */
export async function setSchedule(scope: WriteScope, input: ScheduleInput) {
  authorize(scope.actor, 'retention.edit')
  const { evidenceYears, separationYears, destroysWhenDue } = scope.district
  await scope.db.updateDistrict({ ...input, filesReviewedOn: null })
  const before = { evidenceYears, separationYears, destroysWhenDue }
  await scope.record('retention.edited', null, { ...input, before })
}
