import { and, eq, isNull, plus } from '#db/query.server'
import { assignments, enrollments, pathways, pathwayVersions } from '#db/schema'
import { Conflict } from '../errors'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { findPathwayAsking } from './asking.server'
import { requirePathway, retired } from './building.server'
import { endEnrollments } from './enrolling.server'
import type { PublicationInput } from './inputs.server'
import { beginToFollow } from './following.server'
import { isUnderWay } from './progress.server'
import { checkPublishable } from './publishable.server'
import { findDraft, pathOf } from './versions.server'

/**
 * Makes the version that is being built the one that holds. Enrollments under way follow it, many of them
 * in turns; a step they have done that it would lose is kept. Completed ones stay as they are.
 *
 * @returns the number of the version, how many follow it, and how many have still to
 * @throws Conflict when there is nothing to publish
 * @throws Invalid when it cannot be completed as it is, or names what is not in the catalog
 */
export async function publishPathway(
  scope: WriteScope,
  id: string,
  { changeNote = null }: PublicationInput = {},
) {
  authorize(scope.actor, 'pathway.build')
  const pathway = await requirePathway(scope, id)
  if (pathway.status === 'retired') throw retired()
  const draft = await findDraft(scope, id)
  if (!draft) throw new Conflict('It was published in the meantime; nothing is left to publish.')
  const path = await pathOf(scope, draft.id)
  await checkPublishable(scope, pathway, path)

  await scope.db
    .update(pathwayVersions)
    .set({ publishedAt: scope.now, publishedById: scope.actor.id, changeNote })
    .where(eq(pathwayVersions.id, draft.id))
  await scope.db
    .update(pathways)
    .set({ status: 'published', version: plus(pathways.version, 1) })
    .where(eq(pathways.id, id))
  const { followed, waiting } = await beginToFollow(scope, id)
  const { number } = draft
  await scope.record('pathway.published', id, { number, followed, waiting, changeNote })
  return { number, followed, waiting }
}

/**
 * Takes a pathway out of use: its assignments end, and who has not completed it is taken off. What was
 * completed stays.
 *
 * @throws Conflict when it is retired already, or another pathway asks for it
 */
export async function retirePathway(scope: WriteScope, id: string) {
  authorize(scope.actor, 'pathway.build')
  const pathway = await requirePathway(scope, id)
  if (pathway.status === 'retired') throw retired()
  const asking = await findPathwayAsking(scope, { pathwayId: id })
  if (asking) {
    throw new Conflict(
      `“${asking}” asks for this pathway. Change that one first, then retire this.`,
    )
  }
  await scope.db
    .update(pathways)
    .set({ status: 'retired', followingStartedAt: null, version: plus(pathways.version, 1) })
    .where(eq(pathways.id, id))
  await scope.db
    .update(assignments)
    .set({ endedAt: scope.now, enrollingStartedAt: null })
    .where(and(eq(assignments.pathwayId, id), isNull(assignments.endedAt)))
  const open = await scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(and(eq(enrollments.pathwayId, id), isUnderWay()))
  await endEnrollments(
    scope,
    open.map((row) => row.id),
    'retired',
  )
  await scope.record('pathway.retired', id, { takenOff: open.length })
  return pathway
}
