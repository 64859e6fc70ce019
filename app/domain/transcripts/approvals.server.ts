import { and, asc, eq } from '#db/query.server'
import { members, reviews, submissions } from '#db/schema'
import { dayIn } from '../calendar'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import type { Approval } from './transcript'
import { sentBy } from '../reviews/waiting.server'

/**
 * Who approved what a member has sent, by the id of the activity, course or badge; what was taken back
 * is not in it. The caller has decided who may see it.
 */
export async function approvalsOf(scope: Scope, memberId: string): Promise<Map<string, Approval>> {
  const rows = await scope.db
    .select({
      activityId: submissions.activityId,
      completionId: submissions.completionId,
      awardId: submissions.awardId,
      decidedAt: reviews.decidedAt,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(submissions)
    .innerJoin(reviews, eq(reviews.submissionId, submissions.id))
    .innerJoin(members, eq(members.id, reviews.reviewerId))
    .where(
      and(
        sentBy(scope, memberId),
        eq(submissions.status, 'approved'),
        eq(reviews.decision, 'approved'),
      ),
    )
    .orderBy(asc(reviews.decidedAt))
  return new Map(
    rows.flatMap(({ activityId, completionId, awardId, decidedAt, ...reviewer }) => {
      const id = activityId ?? completionId ?? awardId
      const on = dayIn(scope.district.timeZone, decidedAt)
      return id ? [[id, { by: fullName(reviewer), on }] as const] : []
    }),
  )
}
