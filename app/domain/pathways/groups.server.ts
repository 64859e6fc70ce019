import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { pathwayGroups } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { requirePathway } from './building.server'
import { arrange, lastPosition, openDraft, openGroup } from './draft.server'
import type { GroupInput } from './inputs.server'
import { MAX_GROUPS } from './pathway'
import { findDraft, pathOf } from './versions.server'

/**
 * Puts an empty group at the end of the version that is being built.
 *
 * @throws Conflict when there is no such version
 * @throws Invalid when there are too many groups
 */
export async function addGroup(scope: WriteScope, pathwayId: string, input: GroupInput) {
  const { draft, parts } = await openDraft(scope, pathwayId)
  if (parts.filter((part) => 'steps' in part).length >= MAX_GROUPS) {
    throw new Invalid(null, `A pathway has at most ${MAX_GROUPS} groups. Remove one first.`)
  }
  const groupKey = newId()
  await scope.db.insert(pathwayGroups).values({
    ...columnsOf(input),
    id: newId(),
    versionId: draft.id,
    groupKey,
    position: lastPosition(parts) + 1,
  })
  await scope.record('pathway.edited', pathwayId, { added: groupKey })
  return { groupKey }
}

/** Changes what a group is called and how much of it is asked for. @throws NotFound, Conflict */
export async function editGroup(
  scope: WriteScope,
  pathwayId: string,
  groupKey: string,
  input: GroupInput,
) {
  const group = await openGroup(scope, pathwayId, groupKey)
  await scope.db.update(pathwayGroups).set(columnsOf(input)).where(eq(pathwayGroups.id, group.id))
  await scope.record('pathway.edited', pathwayId, { changed: groupKey })
}

/** Takes a group apart: its steps stand in the path where it stood. @throws NotFound, Conflict */
export async function removeGroup(scope: WriteScope, pathwayId: string, groupKey: string) {
  const { parts, ...group } = await openGroup(scope, pathwayId, groupKey)
  const apart = parts.flatMap((part) =>
    'steps' in part && part.group.groupKey === groupKey
      ? part.steps.map((step) => ({ step }))
      : [part],
  )
  await arrange(scope, apart)
  await scope.db.delete(pathwayGroups).where(eq(pathwayGroups.id, group.id))
  await scope.record('pathway.edited', pathwayId, { removed: groupKey })
  return group
}

/** One group of the version that is being built, for its form. @throws NotFound, Forbidden */
export async function getGroup(scope: Scope, pathwayId: string, groupKey: string) {
  authorize(scope.actor, 'pathway.build')
  const { title } = await requirePathway(scope, pathwayId)
  const draft = await findDraft(scope, pathwayId)
  const { parts } = draft ? await pathOf(scope, draft.id) : { parts: [] }
  const part = parts.find(({ group }) => group?.groupKey === groupKey)
  if (!part || !('steps' in part)) throw new NotFound('No group.')
  return { group: part.group, steps: part.steps.length, pathway: { id: pathwayId, title } }
}

const columnsOf = ({ title, requiredSteps, ordered }: GroupInput) => ({
  title,
  requiredSteps: requiredSteps ?? null,
  ordered,
})
