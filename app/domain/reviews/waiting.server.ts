import { and, eq, firstText, inArray, isWord, or } from '#db/query.server'
import { activities, awards, completions, evidence, submissions } from '#db/schema'
import type { Scope } from '../scope.server'

/** What a submission is about: one of the four. */
export type ReviewSubject = {
  activityId?: string | null
  completionId?: string | null
  awardId?: string | null
  evidenceId?: string | null
}

/** What a submission is about is called; for a query that joins activities, completions and awards. */
export const titleSent = firstText(
  activities.title,
  completions.title,
  awards.title,
  submissions.title,
  'An activity without a title yet',
)

/** The condition that picks the submissions of one subject. */
export function submissionsOf({ activityId, completionId, awardId, evidenceId }: ReviewSubject) {
  if (activityId) return eq(submissions.activityId, activityId)
  if (completionId) return eq(submissions.completionId, completionId)
  if (awardId) return eq(submissions.awardId, awardId)
  return eq(submissions.evidenceId, evidenceId!)
}

/** The condition that picks everything a member has sent: no index has it by the member. */
export function sentBy(scope: Scope, memberId: string) {
  const of = (table: typeof activities | typeof completions | typeof awards | typeof evidence) =>
    scope.db.select({ id: table.id }).from(table).where(eq(table.memberId, memberId))
  return or(
    inArray(submissions.activityId, of(activities)),
    inArray(submissions.completionId, of(completions)),
    inArray(submissions.awardId, of(awards)),
    inArray(submissions.evidenceId, of(evidence)),
  )
}

/** It waits for a decision; an index has just these. */
export const isWaiting = isWord(submissions.status, 'waiting')

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
    .where(and(submissionsOf(subject), isWaiting))
  return waiting ?? null
}
