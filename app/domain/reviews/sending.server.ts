import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { submissions } from '#db/schema'
import type { SubmissionKind } from '#db/words'
import { addDays } from '../calendar'
import type { WriteScope } from '../scope.server'

type Subject = {
  kind: SubmissionKind
  memberId: string
  organizationId: string
  /** Of evidence for a step: what the step is called. */
  title?: string
  minutes: number | null
}

const column = {
  activity: 'activityId',
  completion: 'completionId',
  award: 'awardId',
  evidence: 'evidenceId',
} as const

/** Puts something before its reviewer and starts the clock. The caller has authorized it. */
export async function sendForReview(scope: WriteScope, subjectId: string, subject: Subject) {
  const id = newId()
  await scope.db.insert(submissions).values({
    id,
    ...subject,
    [column[subject.kind]]: subjectId,
    status: 'waiting',
    submittedAt: scope.now,
    dueOn: addDays(scope.today, scope.district.reviewDays),
  })
  return id
}

/** Closes a waiting submission; answers false when somebody else has closed it before. */
export async function closeSubmission(
  scope: WriteScope,
  id: string,
  status: 'approved' | 'returned' | 'denied' | 'withdrawn',
) {
  const closed = await scope.db
    .update(submissions)
    .set({ status, closedAt: scope.now })
    .where(and(eq(submissions.id, id), eq(submissions.status, 'waiting')))
    .returning({ id: submissions.id })
  return closed.length === 1
}
