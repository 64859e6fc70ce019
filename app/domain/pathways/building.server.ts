import { newId } from '#db/id'
import { and, eq, plus } from '#db/query.server'
import { enrollments, pathways, pathwayVersions } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { NewPathwayInput, PathwayInput } from './inputs.server'
import { refreshOpen } from './progress.server'
import { findTemplate, partsOfTemplate } from './templates/template'
import { findDraft, findPublished, pathOf } from './versions.server'
import { deleteVersion, insertParts } from './writing.server'

const pathwayFields = {
  id: pathways.id,
  title: pathways.title,
  description: pathways.description,
  validMonths: pathways.validMonths,
  status: pathways.status,
  version: pathways.version,
  followingStartedAt: pathways.followingStartedAt,
}

/** A pathway by its id. @throws NotFound when the district has none */
export async function requirePathway(scope: Scope, id: string) {
  const [pathway] = await scope.db.select(pathwayFields).from(pathways).where(eq(pathways.id, id))
  if (!pathway) throw new NotFound('No pathway.')
  return pathway
}

/** Whether a pathway can be begun. @throws Forbidden */
export async function openNewPathway(scope: Scope) {
  authorize(scope.actor, 'pathway.build')
}

/** Begins a pathway, with a first version to build: an empty one, or one with the parts of a template. */
export async function createPathway(scope: WriteScope, input: NewPathwayInput) {
  authorize(scope.actor, 'pathway.build')
  const id = newId()
  await scope.db.insert(pathways).values({
    id,
    title: input.title,
    description: input.description ?? '',
    validMonths: input.validMonths ?? null,
    status: 'draft',
    version: 1,
    createdAt: scope.now,
  })
  const template = findTemplate(input.template)
  const versionId = newId()
  await scope.db.insert(pathwayVersions).values({
    id: versionId,
    pathwayId: id,
    number: 1,
    requiredSteps: template?.requiredSteps ?? null,
    ordered: template?.ordered ?? false,
  })
  if (template) await insertParts(scope, versionId, partsOfTemplate(template), 'new keys')
  await scope.record('pathway.created', id)
  return { id }
}

/**
 * Changes what a pathway is called, what it says, how long it stays current, and how many of the parts
 * of its draft are asked for and in which order. How long it stays current decides which proof still counts: open
 * enrollments follow at once, completed ones stay as they are.
 *
 * @throws Conflict when somebody else changed it since the form was opened
 */
export async function editPathway(scope: WriteScope, id: string, input: PathwayInput) {
  authorize(scope.actor, 'pathway.build')
  const before = await requirePathway(scope, id)
  const draft = await findDraft(scope, id)
  const validMonths = input.validMonths ?? null
  const changed = await scope.db
    .update(pathways)
    .set({
      title: input.title,
      description: input.description ?? '',
      validMonths,
      version: plus(pathways.version, 1),
    })
    .where(and(eq(pathways.id, id), eq(pathways.version, input.version)))
    .returning({ id: pathways.id })
  if (changed.length === 0) throw changedElsewhere()
  if (draft) {
    await scope.db
      .update(pathwayVersions)
      .set({ requiredSteps: input.requiredSteps ?? null, ordered: input.ordered ?? false })
      .where(eq(pathwayVersions.id, draft.id))
  }
  if (validMonths !== before.validMonths) await refreshOpen(scope, eq(enrollments.pathwayId, id))
  await scope.record('pathway.edited', id)
}

/**
 * Begins a new version of a published pathway, with the steps of the one before. Until it is published
 * nothing changes for anybody.
 */
export async function startDraft(scope: WriteScope, id: string) {
  authorize(scope.actor, 'pathway.build')
  const pathway = await requirePathway(scope, id)
  if (pathway.status === 'retired') throw retired()
  if (await findDraft(scope, id)) return
  const published = await findPublished(scope, id)
  const versionId = newId()
  await scope.db.insert(pathwayVersions).values({
    id: versionId,
    pathwayId: id,
    number: (published?.number ?? 0) + 1,
    requiredSteps: published?.requiredSteps ?? null,
    ordered: published?.ordered ?? false,
  })
  if (published) {
    const { parts } = await pathOf(scope, published.id)
    await insertParts(scope, versionId, parts, 'the same keys')
  }
  await scope.record('pathway.edited', id, { began: 'a new version' })
}

/** Throws away the version that is being built; the published one stays as it is. */
export async function discardDraft(scope: WriteScope, id: string) {
  authorize(scope.actor, 'pathway.build')
  await requirePathway(scope, id)
  const draft = await findDraft(scope, id)
  if (!draft) return
  if (!(await findPublished(scope, id))) {
    throw new Conflict('There is no published version to go back to. Retire the pathway instead.')
  }
  await deleteVersion(scope, draft.id)
  await scope.record('pathway.edited', id, { discarded: draft.number })
}

const changedElsewhere = () =>
  new Conflict(
    'Somebody changed this pathway after you opened it. What you typed is still here: compare it with the pathway as it is now, then save again.',
  )

/** What one hears who wants to change a pathway that is retired. */
export const retired = () => new Conflict('This pathway is retired. It can no longer be changed.')
