import { newId } from '#db/id'
import { pathways, pathwayVersions } from '#db/schema'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { requirePathway } from './building.server'
import { MAX_TITLE_LENGTH } from './pathway'
import { findDraft, findPublished, pathOf } from './versions.server'
import { insertParts } from './writing.server'

/**
 * Begins a pathway with everything of another one as it is being built, or as it holds. What was shown
 * for a step of one counts for that one alone.
 *
 * @returns the new pathway
 * @throws NotFound
 */
export async function copyPathway(scope: WriteScope, id: string) {
  authorize(scope.actor, 'pathway.build')
  const { title, description, validMonths } = await requirePathway(scope, id)
  const version = (await findDraft(scope, id)) ?? (await findPublished(scope, id))
  const copyId = newId()
  await scope.db.insert(pathways).values({
    id: copyId,
    title: `Copy of ${title}`.slice(0, MAX_TITLE_LENGTH),
    description,
    validMonths,
    status: 'draft',
    version: 1,
    createdAt: scope.now,
  })
  const versionId = newId()
  await scope.db.insert(pathwayVersions).values({
    id: versionId,
    pathwayId: copyId,
    number: 1,
    requiredSteps: version?.requiredSteps ?? null,
    ordered: version?.ordered ?? false,
  })
  if (version) {
    const { parts } = await pathOf(scope, version.id)
    await insertParts(scope, versionId, parts, 'new keys')
  }
  await scope.record('pathway.created', copyId, { copyOf: id })
  return { id: copyId }
}
