import { and, eq } from '#db/query.server'
import { submissions } from '#db/schema'
import type { Scope } from '../scope.server'

/** What a submission is about: one of the four. */
export type ReviewSubject = {
  activityId?: string | null
  completionId?: string | null
  awardId?: string | null
  evidenceId?: string | null
}

/** The condition that picks the submissions of one subject. */
export function submissionsOf({ activityId, completionId, awardId, evidenceId }: ReviewSubject) {
  if (activityId) return eq(submissions.activityId, activityId)
  if (completionId) return eq(submissions.completionId, completionId)
  if (awardId) return eq(submissions.awardId, awardId)
  return eq(submissions.evidenceId, evidenceId!)
}

/** The submission of a subject that waits for a decision, if one does. */
export async function findWaiting(scope: Scope, subject: ReviewSubject) {
  const [waiting] = await scope.db
    .select({
      id: submissions.id,
      submittedAt: submissions.submittedAt,
      reopenedAt: submissions.reopenedAt,
      dueOn: submissions.dueOn,
    })
    .from(submissions)
    .where(and(submissionsOf(subject), eq(submissions.status, 'waiting')))
  return waiting ?? null
}
