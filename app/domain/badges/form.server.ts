import { newLongId } from '#db/id'
import { NotFound } from '../errors'
import { listEvidence } from '../evidence/queries.server'
import { listReviewers, organizationOn } from '../people/affiliations.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { listAchievements } from './catalog.server'
import { findOwnAward } from './queries.server'

/**
 * What the form of a newly earned badge begins with: an id, the badges the district knows, who will
 * check it, and, for a renewal, the award that is renewed.
 *
 * @param renewedId the award to renew; one that is not the actor's own is passed over
 * @throws Forbidden
 */
export async function openNewForm(scope: Scope, renewedId?: string) {
  authorize(scope.actor, 'award.record')
  const [choices, renewed] = await Promise.all([
    choicesOn(scope, scope.today),
    renewedId ? findOwnAward(scope, renewedId) : null,
  ])
  return { id: newLongId(), renewed, ...choices }
}

/**
 * What the form for correcting a badge begins with.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden while it waits and once it is decided
 */
export async function openCorrectionForm(scope: Scope, id: string) {
  const award = await findOwnAward(scope, id)
  if (!award) throw new NotFound('No award.')
  authorize(scope.actor, 'award.edit', award)
  const [choices, evidence] = await Promise.all([
    choicesOn(scope, award.awardedOn),
    listEvidence(scope, { awardId: id }),
  ])
  return { award, evidence, ...choices }
}

async function choicesOn(scope: Scope, day: string) {
  const [achievements, organizationId] = await Promise.all([
    listAchievements(scope),
    organizationOn(scope, scope.actor.id, day),
  ])
  const reviewers = organizationId ? await listReviewers(scope, organizationId, scope.actor.id) : []
  return { achievements, reviewers }
}
