import { and, eq } from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import { reopenActivity } from '../activities/decided.server'
import { reopenAward } from '../badges/decided.server'
import { addDays } from '../calendar'
import { reopenCompletion } from '../completions/decided.server'
import { Conflict } from '../errors'
import { takeBackTurns } from '../mandates/taking-back.server'
import { takeBackSteps } from '../pathways/taking-back.server'
import { authorize } from '../policy'
import { findLastSent } from '../reviews/reopenable.server'
import type { WriteScope } from '../scope.server'
import type { ReopeningInput } from './inputs.server'
import { getSubmission } from './queue.server'
import { tellOwner } from './reopening-letter.server'

type Submission = Awaited<ReturnType<typeof getSubmission>>

/**
 * Takes an approval or a denial back: the submission waits again, against a fresh clock, and what it was
 * about counts no longer. The decision stays in the history, with the reason for which it was taken back.
 *
 * @returns the submission, and the titles of pathways that were completed with it and stay completed
 * @throws NotFound when the actor may not see it
 * @throws Forbidden when the actor may not decide on it
 * @throws Conflict when no decision stands on it any more, or it was answered by another one
 */
export async function reopenSubmission(scope: WriteScope, id: string, { reason }: ReopeningInput) {
  const submission = await getSubmission(scope, id)
  const decision = requireDecision(submission)
  authorize(scope.actor, 'submission.reopen', submission)
  if ((await findLastSent(scope, submission))?.id !== id) throw nothingToTakeBack(submission)

  await putBack(scope, submission)
  const kept = decision === 'approved' ? await uncount(scope, submission) : []
  await scope.db.insert(reviews).values({
    submissionId: id,
    reviewerId: scope.actor.id,
    decision: 'reopened',
    reason,
    decidedAt: scope.now,
    dueOn: submission.dueOn,
  })
  await scope.record('submission.reopened', id, {
    kind: submission.kind,
    decision,
    completedEnrollmentsKept: kept.map((enrollment) => enrollment.id),
  })
  await tellOwner(scope, submission, { decision, reason })
  return { submission, pathwaysKept: kept.map(({ title }) => title) }
}

function requireDecision(submission: Submission) {
  const { status } = submission
  if (status !== 'approved' && status !== 'denied') throw nothingToTakeBack(submission)
  return status
}

/** Lets it wait again, and what it is about too. */
async function putBack(scope: WriteScope, { id, status, ...subject }: Submission) {
  const dueOn = addDays(scope.today, scope.district.reviewDays)
  const put = await scope.db
    .update(submissions)
    .set({ status: 'waiting', closedAt: null, reopenedAt: scope.now, dueOn })
    .where(and(eq(submissions.id, id), eq(submissions.status, status)))
    .returning({ id: submissions.id })
  if (put.length === 0) throw nothingToTakeBack(subject)
  const { activityId, completionId, awardId } = subject
  if (activityId) await reopenActivity(scope, activityId)
  if (completionId) await reopenCompletion(scope, completionId)
  if (awardId) await reopenAward(scope, awardId)
}

/** @returns the completed enrollments that rest on it and stay as they are */
async function uncount(scope: WriteScope, submission: Submission) {
  const { kind, memberId, activityId, completionId, awardId, evidenceId } = submission
  const id = activityId ?? completionId ?? awardId ?? evidenceId
  const kept = await takeBackSteps(scope, memberId, { kind, id: id! })
  await takeBackTurns(scope, memberId, { kind, id: id! })
  return kept
}

const nothingToTakeBack = ({ title }: { title: string }) =>
  new Conflict(
    `There is no approval or denial of “${title}” to take back: somebody did so before you, or it was sent again.`,
  )
