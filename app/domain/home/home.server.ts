import { newDraftId } from '../activities/drafting.server'
import { currentSchoolYear, minutesByKind, yardstickOn } from '../credit/hours.server'
import { listOpenGoals } from '../goals/queries.server'
import { listReviewers, organizationOn } from '../people/affiliations.server'
import { can } from '../policy'
import { ownCourses } from '../renewal/courses.server'
import type { Scope } from '../scope.server'
import { listNext } from './next.server'
import { listOpenPathways, summarizeWaiting } from './standing.server'

const GOALS_SHOWN = 4

/**
 * Everything on the home page: what waits for the actor, what waits for others, the hours of this
 * school year by kind in minutes, license renewals, pathways and goals.
 */
export async function openHome(scope: Scope) {
  const { actor, today } = scope
  const learns = can(actor, 'activity.log')
  const [next, waiting, yardstick, minutes, pathways, goals, renewals, organizationId] =
    await Promise.all([
      listNext(scope),
      summarizeWaiting(scope),
      yardstickOn(scope, today),
      minutesByKind(scope, actor.id, currentSchoolYear(scope)),
      listOpenPathways(scope),
      listOpenGoals(scope, actor.id, GOALS_SHOWN),
      ownCourses(scope),
      organizationOn(scope, actor.id, today),
    ])
  return {
    name: actor.name,
    next,
    waiting,
    yardstick,
    minutesByKind: minutes,
    minutes: minutes.reduce((sum, row) => sum + row.minutes, 0),
    pathways,
    goals,
    renewals,
    reviewers: organizationId ? await listReviewers(scope, organizationId, actor.id) : [],
    quickLogId: newDraftId(),
    can: { learn: learns, review: can(actor, 'queue.view') },
  }
}
