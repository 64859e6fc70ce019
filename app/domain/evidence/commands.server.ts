import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { activities, awards, completions, evidence, submissions } from '#db/schema'
import type { ActivityStatus, SubmissionStatus } from '#db/words'
import { Forbidden, Invalid, NotFound } from '../errors'
import { can } from '../policy'
import type { WriteScope } from '../scope.server'
import type { EvidenceSubject } from './evidence'
import { MAX_FILES, type StoredFile } from './file-storage'
import { belongingTo } from './queries.server'

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
    await scope.record('evidence.attached', file.id, { ...subject, name: file.name })
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
  const id = newId(scope.now)
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
  await scope.record('evidence.attached', id, { ...subject, url: link.url })
}

/**
 * Removes a piece of evidence of an activity, a course or a badge that can still be changed.
 *
 * @returns the row; a file's bytes may be removed once this is committed
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden when what it backs has been sent, or cannot be changed
 */
export async function removeEvidence(scope: WriteScope, id: string) {
  const [row] = await scope.db
    .select({
      id: evidence.id,
      kind: evidence.kind,
      memberId: evidence.memberId,
      activityId: evidence.activityId,
      completionId: evidence.completionId,
      awardId: evidence.awardId,
      activity: activities.status,
      completion: completions.status,
      award: awards.verification,
    })
    .from(evidence)
    .leftJoin(activities, eq(activities.id, evidence.activityId))
    .leftJoin(completions, eq(completions.id, evidence.completionId))
    .leftJoin(awards, eq(awards.id, evidence.awardId))
    .where(and(eq(evidence.id, id), eq(evidence.memberId, scope.actor.id)))
  if (!row) throw new NotFound('No evidence.')
  if (!(await canChange(scope, row))) throw new Forbidden('What it backs has been sent.')
  await scope.db.delete(evidence).where(eq(evidence.id, id))
  const { activity: _, completion: __, award: ___, ...removed } = row
  await scope.record('evidence.removed', id, { ...removed })
  return removed
}

async function canChange(
  { actor, db }: WriteScope,
  row: {
    memberId: string
    awardId: string | null
    activity: ActivityStatus | null
    completion: SubmissionStatus | null
    award: (typeof awards.$inferSelect)['verification'] | null
  },
) {
  const owned = { memberId: row.memberId, organizationId: null }
  if (row.activity) return can(actor, 'activity.edit', { ...owned, status: row.activity })
  if (row.completion) return can(actor, 'completion.edit', { ...owned, status: row.completion })
  if (!row.award) return false
  const waiting = and(eq(submissions.awardId, row.awardId!), eq(submissions.status, 'waiting'))
  const isWaiting = (await db.count(submissions, waiting)) > 0
  return can(actor, 'award.edit', { ...owned, verification: row.award, isWaiting })
}

/**
 * Deletes all evidence of a subject that is being deleted.
 *
 * @returns the ids of the files that now belong to nothing
 */
export async function deleteEvidenceOf(scope: WriteScope, subject: EvidenceSubject) {
  const rows = await scope.db
    .delete(evidence)
    .where(belongingTo(subject))
    .returning({ id: evidence.id, kind: evidence.kind })
  return rows.filter(({ kind }) => kind === 'file').map(({ id }) => id)
}
