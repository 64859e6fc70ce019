import { openClaimForm } from '../claims/form.server'
import { NotFound } from '../errors'
import { listEvidence } from '../evidence/queries.server'
import { listReviewers, organizationOn } from '../people/affiliations.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { isOpen } from './activity'
import { findOwnActivity, listCompetencies } from './queries.server'

/**
 * What a form about an activity begins with: the activity as it is kept, if it is, its evidence, and
 * who will decide on it.
 *
 * @throws Forbidden when it is no longer open
 */
export async function openForm(scope: Scope, id: string) {
  const activity = await findOwnActivity(scope, id)
  if (activity) authorize(scope.actor, 'activity.edit', activity)
  else authorize(scope.actor, 'activity.log')
  const organizationId = await organizationOn(
    scope,
    scope.actor.id,
    activity?.endedOn ?? activity?.startedOn ?? scope.today,
  )
  const [competencies, evidence, reviewers, claim] = await Promise.all([
    activity ? listCompetencies(scope, id) : [],
    activity ? listEvidence(scope, { activityId: id }) : [],
    organizationId ? listReviewers(scope, organizationId, scope.actor.id) : [],
    openClaimForm(scope, { activityId: id }),
  ])
  return { activity: activity && { ...activity, competencies }, evidence, reviewers, claim }
}

/** Like `openForm`, for an activity that is new; null when it was sent already and somebody went back. */
export async function openNewForm(scope: Scope, id: string) {
  const activity = await findOwnActivity(scope, id)
  return activity && !isOpen(activity) ? null : openForm(scope, id)
}

/** Like `openForm`, for an activity that must be there. @throws NotFound */
export async function openExistingForm(scope: Scope, id: string) {
  const form = await openForm(scope, id)
  if (!form.activity) throw new NotFound('No activity.')
  return { ...form, activity: form.activity }
}
