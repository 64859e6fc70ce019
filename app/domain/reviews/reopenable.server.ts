import { desc } from '#db/query.server'
import { submissions } from '#db/schema'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import { type ReviewSubject, submissionsOf } from './waiting.server'

/** The submission of a subject whose decision the actor may take back, if there is one. */
export async function findReopenable(scope: Scope, subject: ReviewSubject) {
  const last = await findLastSent(scope, subject)
  return last && can(scope.actor, 'submission.reopen', last) ? { id: last.id } : null
}

/** The submission of a subject that was sent last: an earlier one has been answered by it. */
export async function findLastSent(scope: Scope, subject: ReviewSubject) {
  const [last] = await scope.db
    .select({
      id: submissions.id,
      memberId: submissions.memberId,
      organizationId: submissions.organizationId,
      status: submissions.status,
    })
    .from(submissions)
    .where(submissionsOf(subject))
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(1)
  return last ?? null
}
