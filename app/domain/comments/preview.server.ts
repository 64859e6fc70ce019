import { eq } from '#db/query.server'
import { pathwayVersions } from '#db/schema'
import { NotFound } from '../errors'
import { requirePathway } from '../pathways/building.server'
import { stepsOf } from '../pathways/path'
import { findDraft, findPublished, pathOf } from '../pathways/versions.server'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { findAsked, listReaders } from './asked.server'
import { commentsOf } from './listing.server'

/**
 * A pathway as an educator sees it on the first day, with what was said about it: for the office the version that
 * is being built, or else the one that holds; for others the newest about which they were asked.
 *
 * @throws NotFound also for whoever was not asked
 */
export async function getPreview(scope: Scope, pathwayId: string) {
  const pathway = await requirePathway(scope, pathwayId)
  const lastAsked = await findAsked(scope, pathwayId)
  if (!can(scope.actor, 'pathway.preview', { isAsked: lastAsked !== null })) {
    throw new NotFound('No pathway.')
  }
  const seesAll = can(scope.actor, 'pathway.view')
  const newest = seesAll
    ? ((await findDraft(scope, pathwayId)) ?? (await findPublished(scope, pathwayId)))
    : await findVersion(scope, lastAsked!.versionId)
  if (!newest) throw new NotFound('No version.')
  const asked = lastAsked?.versionId === newest.id ? lastAsked : null
  const isDraft = newest.publishedAt === null
  const isOpen = isDraft && pathway.status !== 'retired'
  const [path, comments] = await Promise.all([
    pathOf(scope, newest.id),
    commentsOf(scope, [newest.id]),
  ])
  return {
    pathway,
    version: {
      id: newest.id,
      number: newest.number,
      requiredSteps: newest.requiredSteps,
      ordered: newest.ordered,
      isDraft,
    },
    parts: path.parts,
    steps: stepsOf(path.parts).map(({ stepKey, title }) => ({ stepKey, title })),
    comments: comments(newest.id),
    asked,
    can: {
      seePathways: seesAll,
      comment: isOpen && can(scope.actor, 'pathway.comment', { isAsked: asked !== null }),
    },
  }
}

/**
 * What was said about the version of a pathway that is being built, and who is asked; empty where none is.
 *
 * @throws NotFound · Forbidden
 */
export async function getDraftComments(scope: Scope, pathwayId: string) {
  authorize(scope.actor, 'pathway.view')
  await requirePathway(scope, pathwayId)
  const draft = await findDraft(scope, pathwayId)
  if (!draft) return { comments: [], readers: [] }
  const [comments, readers] = await Promise.all([
    commentsOf(scope, [draft.id]),
    listReaders(scope, draft.id),
  ])
  return { comments: comments(draft.id), readers }
}

async function findVersion(scope: Scope, id: string) {
  const [version] = await scope.db
    .select({
      id: pathwayVersions.id,
      number: pathwayVersions.number,
      requiredSteps: pathwayVersions.requiredSteps,
      ordered: pathwayVersions.ordered,
      publishedAt: pathwayVersions.publishedAt,
    })
    .from(pathwayVersions)
    .where(eq(pathwayVersions.id, id))
  return version
}
