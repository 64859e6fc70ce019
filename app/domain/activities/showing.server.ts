import { asSeenBy, listEvidence } from '../evidence/queries.server'
import { listReviewers } from '../people/affiliations.server'
import { can } from '../policy'
import { listHistory } from '../reviews/history.server'
import { findReopenable } from '../reviews/reopenable.server'
import { findWaiting } from '../reviews/waiting.server'
import type { Scope } from '../scope.server'
import { getActivity } from './queries.server'

/**
 * Everything about one activity for the page that shows it.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function showActivity(scope: Scope, id: string) {
  const activity = await getActivity(scope, id)
  const [evidence, history, waiting, reopenable] = await Promise.all([
    listEvidence(scope, { activityId: id }),
    listHistory(scope, { activityId: id }),
    activity.status === 'submitted' ? findWaiting(scope, { activityId: id }) : null,
    findReopenable(scope, { activityId: id }),
  ])
  const reviewers =
    waiting && activity.organizationId
      ? await listReviewers(scope, activity.organizationId, activity.memberId)
      : []
  return {
    activity,
    evidence: asSeenBy(scope.actor, evidence, activity),
    history,
    waiting,
    reopenable,
    reviewers,
    can: {
      edit: can(scope.actor, 'activity.edit', activity),
      withdraw: can(scope.actor, 'activity.withdraw', activity),
      decide:
        waiting !== null &&
        can(scope.actor, 'submission.decide', { ...activity, status: 'waiting' }),
    },
    isOwn: activity.memberId === scope.actor.id,
  }
}
