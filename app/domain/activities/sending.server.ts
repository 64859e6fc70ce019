import { eq } from '#db/query.server'
import { activities } from '#db/schema'
import { requireSoundClaim } from '../claims/saving.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { listReviewers, requireOrganizationOn } from '../people/affiliations.server'
import { authorize } from '../policy'
import { sendForReview } from '../reviews/sending.server'
import type { WriteScope } from '../scope.server'
import { missingFrom } from './activity'
import { saveDraft } from './drafting.server'
import type { ActivityInput } from './inputs.server'
import { checkTime } from './minutes.server'
import { findOwnActivity } from './queries.server'

/**
 * Puts an activity before its reviewer.
 *
 * @returns who decides, and by when
 * @throws Invalid when something is missing or the time cannot be right
 * @throws NotFound, Forbidden
 */
export async function sendActivity(scope: WriteScope, id: string) {
  const activity = await findOwnActivity(scope, id)
  if (!activity) throw new NotFound('No activity.')
  if (activity.status === 'submitted') throw new Conflict('It has been sent already.')
  authorize(scope.actor, 'activity.edit', activity)
  const [missing] = missingFrom(activity)
  if (missing) throw new Invalid(missing.field, missing.message)
  const { startedOn, minutes, endedOn, memberId } = activity
  await checkTime(scope, { id, startedOn: startedOn!, endedOn, minutes: minutes! })

  await requireSoundClaim(scope, { activityId: id }, minutes)

  const [day, field] = endedOn ? [endedOn, 'endedOn'] : [startedOn!, 'startedOn']
  const organizationId = await requireOrganizationOn(scope, memberId, day, field)
  await scope.db
    .update(activities)
    .set({ status: 'submitted', organizationId, updatedAt: scope.now })
    .where(eq(activities.id, id))
  await sendForReview(scope, id, { kind: 'activity', memberId, organizationId, minutes })
  return { id, reviewers: await listReviewers(scope, organizationId, memberId) }
}

/** Logs an activity and sends it, both or neither; see `saveDraft` and `sendActivity`. */
export async function logActivity(scope: WriteScope, input: ActivityInput) {
  await saveDraft(scope, input)
  return sendActivity(scope, input.id)
}
