import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import {
  activities,
  awards,
  completions,
  enrollments,
  evidence,
  goals,
  submissions,
} from '#db/schema'
import { Forbidden, Invalid, NotFound } from '../errors'
import { requireNoHold } from '../holds/holds.server'
import { can } from '../policy'
import type { WriteScope } from '../scope.server'
import type { EvidenceSubject } from './evidence'
import { MAX_FILES, type StoredFile } from './file-storage'
import { belongingTo, listRetractable } from './queries.server'

/**
 * Attaches files that have been stored already. The caller has authorized the change of the subject.
 *
 * @throws Invalid when the subject would have more than three files
 */
export async function attachFiles(
  scope: WriteScope,
  subject: EvidenceSubject,
  files: StoredFile[],
  options: { mayShowStudents: boolean },
) {
  if (files.length === 0) return
  const already = await scope.db.count(
    evidence,
    and(belongingTo(subject), eq(evidence.kind, 'file')),
  )
  if (already + files.length > MAX_FILES) {
    throw new Invalid(
      'files',
      `There is room for ${MAX_FILES} files, and ${already} ${already === 1 ? 'is' : 'are'} attached. Everything else is kept. Remove one, or combine them into one PDF.`,
    )
  }
  for (const file of files) {
    await scope.db.insert(evidence).values({
      ...file,
      ...subject,
      memberId: scope.actor.id,
      kind: 'file',
      strength: 'document',
      mayShowStudents: options.mayShowStudents,
      createdAt: scope.now,
    })
  }
}

/** Attaches a link. A link that is attached already stays once. */
export async function attachLink(
  scope: WriteScope,
  subject: EvidenceSubject,
  link: { url: string; mayShowStudents: boolean },
) {
  const [same] = await scope.db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(belongingTo(subject), eq(evidence.content, link.url)))
  if (same) return
  const id = newId()
  await scope.db.insert(evidence).values({
    id,
    ...subject,
    memberId: scope.actor.id,
    kind: 'link',
    name: new URL(link.url).host,
    content: link.url,
    strength: 'document',
    mayShowStudents: link.mayShowStudents,
    createdAt: scope.now,
  })
}

/**
 * Removes a piece of evidence of what can still be changed: an activity, a course or a badge that nobody
 * has before them, an open goal, or a step of a pathway under way. Of a step the piece itself is what
 * was sent: it goes once it was taken back, with its submissions, and stays when anybody has decided.
 *
 * @returns the row; a file's bytes may be removed once this is committed
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden when what it backs has been sent, or cannot be changed
 * @throws Conflict while a legal hold stands on the actor
 */
export async function removeEvidence(scope: WriteScope, id: string) {
  const row = await findOwnEvidence(scope, id)
  if (!row) throw new NotFound('No evidence.')
  if (!(await canChange(scope, row))) throw new Forbidden('What it backs has been sent.')
  await requireNoHold(scope, row.memberId)
  const sent = await scope.db
    .delete(submissions)
    .where(eq(submissions.evidenceId, id))
    .returning({ id: submissions.id, submittedAt: submissions.submittedAt })
  await scope.db.delete(evidence).where(eq(evidence.id, id))
  const { memberId, kind, activityId, completionId, awardId, goalId, enrollmentId } = row
  const removed = { id, memberId, kind, activityId, completionId, awardId, goalId, enrollmentId }
  const { stepKey, createdAt } = row
  const was = { ...shownBy(row), stepKey, createdAt }
  await scope.record('evidence.removed', id, { ...removed, ...was, submissions: sent })
  return removed
}

async function findOwnEvidence(scope: WriteScope, id: string) {
  const [row] = await scope.db
    .select({
      ...attached,
      memberId: evidence.memberId,
      activityId: evidence.activityId,
      completionId: evidence.completionId,
      awardId: evidence.awardId,
      goalId: evidence.goalId,
      enrollmentId: evidence.enrollmentId,
      stepKey: evidence.stepKey,
      activity: activities.status,
      completion: completions.status,
      award: awards.verification,
      goal: goals.status,
      completedOn: enrollments.completedOn,
      endedOn: enrollments.endedOn,
    })
    .from(evidence)
    .leftJoin(activities, eq(activities.id, evidence.activityId))
    .leftJoin(completions, eq(completions.id, evidence.completionId))
    .leftJoin(awards, eq(awards.id, evidence.awardId))
    .leftJoin(goals, eq(goals.id, evidence.goalId))
    .leftJoin(enrollments, eq(enrollments.id, evidence.enrollmentId))
    .where(and(eq(evidence.id, id), eq(evidence.memberId, scope.actor.id)))
  return row
}

type Own = NonNullable<Awaited<ReturnType<typeof findOwnEvidence>>>

async function canChange(scope: WriteScope, row: Own) {
  const { actor, db } = scope
  const owned = { memberId: row.memberId, organizationId: null }
  if (row.activity) return can(actor, 'activity.edit', { ...owned, status: row.activity })
  if (row.completion) return can(actor, 'completion.edit', { ...owned, status: row.completion })
  if (row.goal) return can(actor, 'goal.edit', owned) && row.goal === 'open'
  if (row.enrollmentId) {
    if (row.completedOn ?? row.endedOn) return false
    return (await listRetractable(scope, [row.id])).length === 1
  }
  const waiting = and(eq(submissions.awardId, row.awardId!), eq(submissions.status, 'waiting'))
  const isWaiting = (await db.count(submissions, waiting)) > 0
  return can(actor, 'award.edit', { ...owned, verification: row.award!, isWaiting })
}

/**
 * Deletes all evidence of a subject that is being deleted.
 *
 * @returns what it was and when it was attached, for the event of who deletes
 */
export async function deleteEvidenceOf(scope: WriteScope, subject: EvidenceSubject) {
  const rows = await scope.db.delete(evidence).where(belongingTo(subject)).returning(attached)
  return rows.map((row) => ({ ...row, ...shownBy(row) }))
}

const attached = {
  id: evidence.id,
  kind: evidence.kind,
  name: evidence.name,
  content: evidence.content,
  createdAt: evidence.createdAt,
}

type Attached = Pick<typeof evidence.$inferSelect, keyof typeof attached>

/** What of a piece of evidence stays in the audit trail: of a text nothing but that there was one. */
const shownBy = ({ kind, name, content }: Attached) => ({
  name,
  content: kind === 'link' ? content : null,
})
