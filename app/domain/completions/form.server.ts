import { newLongId } from '#db/id'
import { listCourses } from '../courses/queries.server'
import { NotFound } from '../errors'
import { listEvidence } from '../evidence/queries.server'
import { listReviewers, organizationOn } from '../people/affiliations.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { findOwnCompletion } from './queries.server'

/**
 * What the form of a newly finished course begins with: an id, the catalog to choose from, and who
 * will decide.
 *
 * @throws Forbidden
 */
export async function openNewForm(scope: Scope) {
  authorize(scope.actor, 'completion.record')
  return { id: newLongId(), ...(await choicesOn(scope, scope.today)) }
}

/**
 * What the form for correcting a finished course begins with.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden while it waits and once it is decided
 */
export async function openCorrectionForm(scope: Scope, id: string) {
  const completion = await findOwnCompletion(scope, id)
  if (!completion) throw new NotFound('No completion.')
  authorize(scope.actor, 'completion.edit', completion)
  const [choices, evidence] = await Promise.all([
    choicesOn(scope, completion.completedOn),
    listEvidence(scope, { completionId: id }),
  ])
  return { completion, evidence, ...choices }
}

async function choicesOn(scope: Scope, day: string) {
  const [courses, organizationId] = await Promise.all([
    listCourses(scope),
    organizationOn(scope, scope.actor.id, day),
  ])
  const reviewers = organizationId ? await listReviewers(scope, organizationId, scope.actor.id) : []
  return { courses, reviewers }
}
