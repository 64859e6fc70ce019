import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { pathwayComments, pathwayVersions } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { requirePathway } from '../pathways/building.server'
import { authorize, can } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { CommentInput } from './inputs.server'
import { getPreview } from './preview.server'
import { tellBuilders } from './telling.server'

/**
 * Says something about the version of a pathway that is being built, or about one of its steps.
 *
 * Who builds it gets a letter.
 *
 * @param origin the address of this server, as people type it
 * @throws NotFound when the actor may not see it
 * @throws Conflict when it was published in the meantime, or the step is gone
 */
export async function writeComment(
  scope: WriteScope,
  pathwayId: string,
  input: CommentInput,
  origin: string,
) {
  const { pathway, version, steps, asked, can: may } = await getPreview(scope, pathwayId)
  authorize(scope.actor, 'pathway.comment', { isAsked: asked !== null })
  if (!may.comment) {
    throw new Conflict('This version is no longer being built. What you wrote is still here.')
  }
  const step = input.step ? steps.find(({ stepKey }) => stepKey === input.step) : null
  if (step === undefined) {
    throw new Conflict('This step is gone. Write it about the pathway as a whole.')
  }
  const id = newId()
  await scope.db.insert(pathwayComments).values({
    id,
    versionId: version.id,
    memberId: scope.actor.id,
    stepKey: step?.stepKey ?? null,
    stepTitle: step?.title ?? null,
    text: input.text,
    writtenAt: scope.now,
  })
  await tellBuilders(scope, { pathway, version, step: step?.title ?? null, origin })
  await scope.record('comment.written', id, { pathwayId, number: version.number })
  return { id }
}

/**
 * Takes back what the actor said; that something was said stays.
 *
 * @throws NotFound when it is not their own
 */
export async function takeBackComment(scope: WriteScope, pathwayId: string, id: string) {
  const comment = await requireComment(scope, pathwayId, id)
  if (!can(scope.actor, 'comment.take_back', comment)) throw new NotFound('No comment.')
  if (comment.takenBackAt) return
  await scope.db
    .update(pathwayComments)
    .set({ takenBackAt: scope.now })
    .where(eq(pathwayComments.id, id))
  await scope.record('comment.taken_back', id, { pathwayId })
}

/**
 * Marks a comment as settled, or as not settled after all.
 *
 * @throws NotFound · Forbidden
 * @throws Conflict when it was taken back, or the version was published in the meantime
 */
export async function settleComment(
  scope: WriteScope,
  pathwayId: string,
  id: string,
  intent: 'settle' | 'unsettle',
) {
  authorize(scope.actor, 'pathway.build')
  const comment = await requireComment(scope, pathwayId, id)
  if (comment.takenBackAt) throw new Conflict('It was taken back in the meantime.')
  if (comment.publishedAt) throw new Conflict('The version was published in the meantime.')
  const isSettled = comment.settledAt !== null
  if (isSettled === (intent === 'settle')) return
  await scope.db
    .update(pathwayComments)
    .set(
      intent === 'settle'
        ? { settledAt: scope.now, settledById: scope.actor.id }
        : { settledAt: null, settledById: null },
    )
    .where(eq(pathwayComments.id, id))
  await scope.record(intent === 'settle' ? 'comment.settled' : 'comment.unsettled', id, {
    pathwayId,
  })
}

async function requireComment(scope: Scope, pathwayId: string, id: string) {
  await requirePathway(scope, pathwayId)
  const [comment] = await scope.db
    .select({
      memberId: pathwayComments.memberId,
      takenBackAt: pathwayComments.takenBackAt,
      settledAt: pathwayComments.settledAt,
      publishedAt: pathwayVersions.publishedAt,
    })
    .from(pathwayComments)
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, pathwayComments.versionId))
    .where(and(eq(pathwayComments.id, id), eq(pathwayVersions.pathwayId, pathwayId)))
  if (!comment) throw new NotFound('No comment.')
  return comment
}
