import { newLongId } from '#db/id'
import { and, eq } from '#db/query.server'
import { activities, activityCompetencies } from '#db/schema'
import { removeClaimOn, saveClaim } from '../claims/saving.server'
import { Conflict, NotFound } from '../errors'
import { attachFiles, attachLink, deleteEvidenceOf } from '../evidence/commands.server'
import type { StoredFile } from '../evidence/file-storage'
import { requireNoHold } from '../holds/holds.server'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import type { DraftInput } from './inputs.server'
import { findOwnActivity } from './queries.server'

/** The id of an activity that is about to be typed. */
export const newDraftId = () => newLongId()

/**
 * Keeps an activity as it is so far. The id is made when the form is opened, so saving twice is
 * saving once.
 *
 * @returns the version to send with the next change
 * @throws Conflict when it was changed elsewhere since the form was opened
 * @throws Forbidden when it is no longer open
 * @throws NotFound when the id is somebody else's
 */
export async function saveDraft(scope: WriteScope, input: DraftInput) {
  const { id, version, hours, competencies, link, mayShowStudents, ...given } = input
  const values = {
    title: given.title ?? '',
    kind: given.kind ?? null,
    startedOn: given.startedOn ?? null,
    endedOn: given.endedOn ?? null,
    minutes: hours ?? null,
    provider: given.provider ?? null,
    sponsorNumber: given.sponsorNumber ?? null,
    location: given.location ?? null,
    reflection: given.reflection ?? null,
    fundingSource: given.fundingSource ?? null,
    updatedAt: scope.now,
    version: version + 1,
  }
  const existing = await findOwnActivity(scope, id)
  if (existing) {
    authorize(scope.actor, 'activity.edit', existing)
    const saved = await scope.db
      .update(activities)
      .set(values)
      .where(and(eq(activities.id, id), eq(activities.version, version)))
      .returning({ version: activities.version })
    if (saved.length === 0) throw changedElsewhere()
  } else {
    authorize(scope.actor, 'activity.log')
    if (version > 0) throw new NotFound('No activity.')
    await scope.db
      .insert(activities)
      .values({
        id,
        memberId: scope.actor.id,
        status: 'draft',
        createdAt: scope.now,
        ...values,
      })
      .catch(refuseTakenId('No activity.'))
  }
  await replaceCompetencies(scope, id, competencies)
  await saveClaim(scope, { activityId: id }, scope.actor.id, input)
  if (link) await attachLink(scope, { activityId: id }, { url: link, mayShowStudents })
  return { id, version: version + 1 }
}

/** Like `saveDraft`, with files that have been stored. @throws Invalid when they are too many */
export async function saveDraftWithFiles(
  scope: WriteScope,
  input: DraftInput,
  files: StoredFile[],
) {
  const saved = await saveDraft(scope, input)
  const { id, mayShowStudents } = input
  await attachFiles(scope, { activityId: id }, files, { mayShowStudents })
  return saved
}

/**
 * Deletes an activity that was never sent.
 *
 * @returns the ids of files that now belong to nothing
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden when it was sent
 * @throws Conflict while a legal hold stands on the actor
 */
export async function deleteDraft(scope: WriteScope, id: string) {
  const activity = await findOwnActivity(scope, id)
  if (!activity) throw new NotFound('No activity.')
  authorize(scope.actor, 'activity.delete', activity)
  await requireNoHold(scope, activity.memberId)
  await replaceCompetencies(scope, id, [])
  await removeClaimOn(scope, { activityId: id })
  const evidence = await deleteEvidenceOf(scope, { activityId: id })
  await scope.db.delete(activities).where(eq(activities.id, id))
  const { title, createdAt: loggedAt } = activity
  await scope.record('activity.deleted', id, { title, loggedAt, evidence })
  return evidence.filter(({ kind }) => kind === 'file').map((file) => file.id)
}

async function replaceCompetencies(scope: WriteScope, activityId: string, competencies: string[]) {
  await scope.db.delete(activityCompetencies).where(eq(activityCompetencies.activityId, activityId))
  const rows = [...new Set(competencies)].map((competency) => ({ activityId, competency }))
  if (rows.length > 0) await scope.db.insert(activityCompetencies).values(rows)
}

const changedElsewhere = () =>
  new Conflict(
    'This activity was changed in another window after you opened it here. Nothing you typed is lost: compare below, then save again.',
  )
