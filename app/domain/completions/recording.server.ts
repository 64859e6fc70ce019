import { and, eq } from '#db/query.server'
import { completions } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { attachFiles, attachLink } from '../evidence/commands.server'
import type { StoredFile } from '../evidence/file-storage'
import { strengthOf } from '../evidence/queries.server'
import { listReviewers } from '../people/affiliations.server'
import { authorize } from '../policy'
import { sendForReview } from '../reviews/sending.server'
import type { WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import type { CompletionInput } from './inputs.server'
import { findOwnCompletion } from './queries.server'
import { resolveCompletion } from './resolving.server'

type Recorded = {
  id: string
  memberId: string
  organizationId: string
  minutes: number
}

/**
 * Records a finished course and sends it to whoever decides. Its hours count once it is approved.
 * The id is made when the form is opened: sending the same form twice records one course.
 *
 * @param files stored already
 * @returns its id, who decides, and whether it is new: the files of a second sending belong to nothing
 * @throws Invalid see `resolveCompletion`
 * @throws Forbidden
 * @throws NotFound when the id is somebody else's
 */
export async function recordCompletion(
  scope: WriteScope,
  input: CompletionInput,
  files: StoredFile[],
) {
  authorize(scope.actor, 'completion.record')
  const earlier = await findOwnCompletion(scope, input.id)
  if (earlier) return { ...(await sentTo(scope, earlier)), isNew: false }
  const values = await resolveCompletion(scope, input)

  const { id } = input
  const memberId = scope.actor.id
  await scope.db
    .insert(completions)
    .values({
      id,
      memberId,
      ...values,
      source: 'educator',
      strength: 'self_reported',
      status: 'waiting',
      version: 1,
      createdAt: scope.now,
    })
    .catch(refuseTakenId('No completion.'))
  await send(scope, { id, memberId, ...values }, input.link, files)
  return { ...(await sentTo(scope, { id, memberId, ...values })), isNew: true }
}

/**
 * Corrects a finished course that came back or was withdrawn, and sends it again.
 *
 * @returns its id and who decides
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden while it waits and once it is decided
 * @throws Conflict when it was changed elsewhere since the form was opened
 * @throws Invalid see `resolveCompletion`
 */
export async function correctCompletion(
  scope: WriteScope,
  input: CompletionInput,
  files: StoredFile[],
) {
  const completion = await findOwnCompletion(scope, input.id)
  if (!completion) throw new NotFound('No completion.')
  authorize(scope.actor, 'completion.edit', completion)
  const values = await resolveCompletion(scope, input)

  const saved = await scope.db
    .update(completions)
    .set({ ...values, status: 'waiting', version: input.version + 1 })
    .where(and(eq(completions.id, input.id), eq(completions.version, input.version)))
    .returning({ id: completions.id })
  if (saved.length === 0) {
    throw new Conflict(
      'This course was changed in another window after you opened it here. Nothing you typed is lost: compare, then send it again.',
    )
  }
  await scope.record('completion.edited', input.id)
  await send(scope, { ...completion, ...values }, input.link, files)
  return sentTo(scope, { ...completion, ...values })
}

async function send(
  scope: WriteScope,
  completion: Recorded,
  link: string | undefined,
  files: StoredFile[],
) {
  const { id, memberId, organizationId, minutes } = completion
  const subject = { completionId: id }
  await attachFiles(scope, subject, files, { mayShowStudents: false })
  if (link) await attachLink(scope, subject, { url: link, mayShowStudents: false })
  await scope.db
    .update(completions)
    .set({ strength: await strengthOf(scope, subject) })
    .where(eq(completions.id, id))
  await sendForReview(scope, id, { kind: 'completion', memberId, organizationId, minutes })
}

type Sent = Pick<Recorded, 'id' | 'memberId' | 'organizationId'>

const sentTo = async (scope: WriteScope, { id, organizationId, memberId }: Sent) => ({
  id,
  reviewers: await listReviewers(scope, organizationId, memberId),
})
