import { and, eq } from '#db/query.server'
import { submissions } from '#db/schema'
import { dayIn, dayInWords } from '../calendar'
import { listReviewers } from '../people/affiliations.server'
import { anyOf } from '../people/name'
import type { Scope } from '../scope.server'
import { isWaiting } from '../reviews/waiting.server'

/**
 * Whom what a member has sent waits for, since when and until when, in words, by the id of what was sent:
 * “Mara Ortiz since 3 October 2026, to be decided by 2 November 2026”.
 */
export async function decidersOf(scope: Scope, memberId: string) {
  const waiting = await scope.db
    .select({
      activityId: submissions.activityId,
      completionId: submissions.completionId,
      awardId: submissions.awardId,
      organizationId: submissions.organizationId,
      submittedAt: submissions.submittedAt,
      reopenedAt: submissions.reopenedAt,
      dueOn: submissions.dueOn,
    })
    .from(submissions)
    .where(and(eq(submissions.memberId, memberId), isWaiting))
  const places = [...new Set(waiting.map(({ organizationId }) => organizationId))]
  const reviewers = new Map(
    await Promise.all(
      places.map(async (id) => [id, anyOf(await listReviewers(scope, id, memberId))] as const),
    ),
  )
  return new Map(
    waiting.map(({ organizationId, submittedAt, reopenedAt, dueOn, ...subject }) => {
      const since = dayInWords(dayIn(scope.district.timeZone, reopenedAt ?? submittedAt))
      const who = reviewers.get(organizationId)!
      const id = subject.activityId ?? subject.completionId ?? subject.awardId
      return [id, `${who} since ${since}, to be decided by ${dayInWords(dueOn)}`]
    }),
  )
}
