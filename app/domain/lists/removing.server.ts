import { and, asc, eq, gt, isNull } from '#db/query.server'
import {
  assignmentChanges,
  assignments,
  mandates,
  pathways,
  peopleListMembers,
  peopleLists,
} from '#db/schema'
import type { Audience } from '#db/words'
import { conditionsOf } from '../audiences/audience'
import { Conflict } from '../errors'
import { stands } from '../pathways/changes.server'
import { sinceUndoable } from '../pathways/undoing.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { isOnNow, requireList } from './lists.server'

/** What goes by a list, or would if it were undone. */
export type UseOfList = {
  kind: 'assignment' | 'mandate'
  id: string
  title: string
  /** It does not go by the list now, but still can be undone. */
  isPast: boolean
}

/** A list, how many are on it, and what goes by it. @throws NotFound · Forbidden */
export async function openRemoval(scope: Scope, id: string) {
  authorize(scope.actor, 'pathway.assign')
  const list = await requireList(scope, id)
  const [people, uses] = await Promise.all([
    scope.db.count(peopleListMembers, isOnNow(id)),
    usesOfList(scope, id),
  ])
  return { list: { ...list, people }, uses }
}

/**
 * Removes a list that nothing goes by. What went by it before still says its name, and who was on it stays
 * known for the days before.
 *
 * @throws NotFound · Forbidden
 * @throws Conflict when an assignment or a required training goes by it
 */
export async function removeList(scope: WriteScope, id: string) {
  authorize(scope.actor, 'pathway.assign')
  const { name } = await requireList(scope, id)
  const uses = await usesOfList(scope, id)
  if (uses.length > 0) {
    throw new Conflict(`The list is not removed: ${namedOf(uses)} would lose its people.`)
  }
  await scope.db.update(peopleListMembers).set({ removedOn: scope.today }).where(isOnNow(id))
  await scope.db.update(peopleLists).set({ removedAt: scope.now }).where(eq(peopleLists.id, id))
  await scope.record('list.removed', id, { name })
  return { name }
}

const namedOf = (uses: UseOfList[]) =>
  new Intl.ListFormat('en-US').format(
    uses.map(({ kind, title }) =>
      kind === 'assignment' ? `the assignment of “${title}”` : `the required training “${title}”`,
    ),
  )

async function usesOfList(scope: Scope, listId: string): Promise<UseOfList[]> {
  const goesBy = (audience: Audience) =>
    conditionsOf([audience], 'list').some((condition) => condition.listId === listId)
  const [inForce, changed, required] = await Promise.all([
    assignmentsOf(scope),
    changesOf(scope),
    scope.db
      .select({ id: mandates.id, title: mandates.title, audience: mandates.audience })
      .from(mandates)
      .where(isNull(mandates.endedOn))
      .orderBy(asc(mandates.title), asc(mandates.id)),
  ])
  const now = inForce.filter(({ audience }) => goesBy(audience))
  const known = new Set(now.map(({ id }) => id))
  const past = changed.filter(
    ({ id, audience, before }) =>
      !known.has(id) && (goesBy(audience) || (before !== null && goesBy(before.audience))),
  )
  return [
    ...now.map(({ id, title }) => ({ kind: 'assignment' as const, id, title, isPast: false })),
    ...new Map(
      past.map(({ id, title }): [string, UseOfList] => [
        id,
        { kind: 'assignment', id, title, isPast: true },
      ]),
    ).values(),
    ...required
      .filter(({ audience }) => goesBy(audience))
      .map(({ id, title }) => ({ kind: 'mandate' as const, id, title, isPast: false })),
  ]
}

const fields = { id: assignments.id, title: pathways.title, audience: assignments.audience }

const assignmentsOf = (scope: Scope) =>
  scope.db
    .select(fields)
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .where(isNull(assignments.endedAt))
    .orderBy(asc(pathways.title), asc(assignments.id))

/** What was done to assignments and can still be undone. */
const changesOf = (scope: Scope) =>
  scope.db
    .select({ ...fields, before: assignmentChanges.before })
    .from(assignmentChanges)
    .innerJoin(assignments, eq(assignments.id, assignmentChanges.assignmentId))
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .where(and(stands, gt(assignmentChanges.madeAt, sinceUndoable(scope))))
    .orderBy(asc(pathways.title), asc(assignments.id), asc(assignmentChanges.id))
