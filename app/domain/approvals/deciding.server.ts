import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import type { Decision } from '#db/words'
import { applyToActivity } from '../activities/decided.server'
import { applyToAward } from '../badges/decided.server'
import { applyToCompletion } from '../completions/decided.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { followUpLearning } from '../follow-up/learned.server'
import { authorize, can } from '../policy'
import { criteriaOf } from '../pathways/criteria.server'
import { closeSubmission } from '../reviews/sending.server'
import type { WriteScope } from '../scope.server'
import type { DecisionInput } from './inputs.server'

type Submission = typeof submissions.$inferSelect
type Outcome = Decision | 'withdrawn'

/**
 * Decides on one or several submissions, all or none.
 *
 * @returns the submissions decided on
 * @throws Invalid when a return or denial has no reason, or evidence is approved of which not everything
 *   that is looked for was found
 * @throws NotFound when the actor may not see one of them
 * @throws Forbidden when the actor may not decide on one of them
 * @throws Conflict when one of them was closed in the meantime
 */
export async function decide(scope: WriteScope, input: DecisionInput) {
  if (input.decision !== 'approved' && !input.reason) {
    throw new Invalid(
      'reason',
      input.decision === 'returned'
        ? 'Say what you would like to know or see changed.'
        : 'Say why; a denial needs a written reason.',
    )
  }
  const decided = []
  for (const id of input.submissions) decided.push(await decideOn(scope, id, input))
  return decided
}

async function decideOn(scope: WriteScope, id: string, input: DecisionInput) {
  const { decision, reason, rubric = [] } = input
  const submission = await getOpenSubmission(scope, id)
  authorize(scope.actor, 'submission.decide', submission)
  const criteria = await criteriaOf(scope, submission)
  if (decision === 'approved') requireAll(criteria, rubric, submission)
  await close(scope, submission, decision)
  await scope.db.insert(reviews).values({
    id: newId(),
    submissionId: id,
    reviewerId: scope.actor.id,
    decision,
    reason: reason ?? null,
    rubric: criteria.length > 0 ? criteria.filter((it) => rubric.includes(it)) : null,
    decidedAt: scope.now,
  })
  await scope.record(`submission.${decision}`, id)
  return submission
}

/**
 * Takes back what the actor has sent, as long as nobody has acted on it.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when it was decided in the meantime
 */
export async function withdraw(scope: WriteScope, id: string) {
  const submission = await getOpenSubmission(scope, id)
  authorize(scope.actor, 'submission.withdraw', submission)
  await close(scope, submission, 'withdrawn')
  await scope.record('submission.withdrawn', id)
  return submission
}

/** Evidence is approved only where everything was found that its step asks a reviewer to look for. */
function requireAll(criteria: string[], found: string[], { title }: { title: string }) {
  const missing = criteria.filter((criterion) => !found.includes(criterion))
  if (missing.length === 0) return
  throw new Invalid(
    null,
    `“${title}” is approved once all of it is ticked. Still open: ${missing.join('; ')}.`,
  )
}

async function getOpenSubmission(scope: WriteScope, id: string) {
  const [submission] = await scope.db
    .select({
      id: submissions.id,
      memberId: submissions.memberId,
      organizationId: submissions.organizationId,
      kind: submissions.kind,
      status: submissions.status,
      activityId: submissions.activityId,
      completionId: submissions.completionId,
      awardId: submissions.awardId,
      evidenceId: submissions.evidenceId,
      title: submissions.title,
      submittedAt: submissions.submittedAt,
    })
    .from(submissions)
    .where(eq(submissions.id, id))
  if (!submission || !can(scope.actor, 'submission.view', submission)) {
    throw new NotFound('No submission.')
  }
  if (submission.status !== 'waiting') throw closedAlready(submission.title)
  return submission
}

async function close(
  scope: WriteScope,
  submission: Pick<
    Submission,
    'id' | 'memberId' | 'title' | 'activityId' | 'completionId' | 'awardId'
  >,
  outcome: Outcome,
) {
  if (!(await closeSubmission(scope, submission.id, outcome))) {
    throw closedAlready(submission.title)
  }
  const { activityId, completionId, awardId, memberId } = submission
  if (activityId) await applyToActivity(scope, activityId, outcome)
  if (completionId) await applyToCompletion(scope, completionId, outcome)
  if (awardId) await applyToAward(scope, awardId, outcome)
  if (outcome === 'approved') await followUpLearning(scope, memberId)
}

const closedAlready = (title: string) =>
  new Conflict(`“${title}” is no longer waiting: somebody decided on it, or it was withdrawn.`)
