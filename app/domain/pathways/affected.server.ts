import { eq, inArray } from '#db/query.server'
import { enrollments, members } from '#db/schema'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { requirePathway } from './building.server'
import { type Effect, EFFECTS } from './moving'
import { assessMove } from './moving.server'
import { stepsOf } from './path'
import { openInBatches } from './progress.server'
import { findDraft, findPublished, pathOf } from './versions.server'
import { workplacesOf } from './workplaces.server'

export type Affected = Awaited<ReturnType<typeof getAffected>>

/**
 * Whom publishing the version that is being built affects, and how, without doing it: how many of those
 * under way would complete the pathway, keep a step, get something new to do, or notice nothing; and those
 * of one effect by name.
 *
 * @throws NotFound when there is nothing to publish
 */
export async function getAffected(
  scope: Scope,
  pathwayId: string,
  shown: { effect?: Effect; page: number },
) {
  authorize(scope.actor, 'pathway.view')
  await requirePathway(scope, pathwayId)
  const draft = await findDraft(scope, pathwayId)
  if (!draft) throw new NotFound('Nothing to publish.')
  const everybody = await scope.db.keepUntilWritten(`affected/${draft.id}/${scope.today}`, () =>
    effectsOf(scope, pathwayId, draft.id),
  )
  const counts = countsOf(everybody)
  const effect = shown.effect ?? firstOf(counts)
  const fitting = everybody.filter((person) => person.effect === effect)
  const { limit, offset } = window(shown.page)
  const rows = fitting.slice(offset, offset + limit)
  const workplaces = await workplacesOf(
    scope,
    rows.map(({ memberId }) => memberId),
  )
  const people = rows.map((person) => ({
    ...person,
    workplace: workplaces.get(person.memberId) ?? null,
  }))
  return { counts, effect, people: pageOf(people, fitting.length, shown.page) }
}

/** Everybody under way by name, with what the new version means for them. */
async function effectsOf(scope: Scope, pathwayId: string, draftId: string) {
  const path = await pathOf(scope, draftId)
  const published = await findPublished(scope, pathwayId)
  const before = published ? await pathOf(scope, published.id) : null
  const titles = new Map(
    [...stepsOf(before?.parts ?? []), ...stepsOf(path.parts)].map((step) => [
      step.stepKey,
      step.title,
    ]),
  )
  const found = []
  for await (const batch of openInBatches(scope, eq(enrollments.pathwayId, pathwayId))) {
    const moved = await assessMove(scope, batch, path)
    const names = await namesOf(
      scope,
      batch.map(({ memberId }) => memberId),
    )
    for (const { enrollee, effect, progress, keptNow } of moved) {
      const { name = '', sortName = '' } = names.get(enrollee.memberId) ?? {}
      found.push({
        id: enrollee.id,
        memberId: enrollee.memberId,
        name,
        sortName,
        effect,
        kept: [...keptNow.keys()].flatMap((key) => titles.get(key) ?? []),
        before: { completed: enrollee.stepsCompleted, required: enrollee.stepsRequired },
        after: { completed: progress.completed, required: progress.required },
      })
    }
  }
  return found.sort((a, b) =>
    a.sortName === b.sortName ? (a.id < b.id ? -1 : 1) : a.sortName < b.sortName ? -1 : 1,
  )
}

async function namesOf(scope: Scope, ids: string[]) {
  const rows = await scope.db
    .select({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      sortName: members.sortName,
    })
    .from(members)
    .where(inArray(members.id, ids))
  return new Map(rows.map(({ id, sortName, ...row }) => [id, { name: fullName(row), sortName }]))
}

function countsOf(everybody: { effect: Effect }[]) {
  const counts = { completes: 0, keeps: 0, more: 0, unchanged: 0 } satisfies Record<Effect, number>
  for (const { effect } of everybody) counts[effect]++
  return counts
}

/** The effect that most needs a look and that anybody has. */
const firstOf = (counts: Record<Effect, number>) =>
  (Object.keys(EFFECTS) as Effect[]).find((effect) => counts[effect] > 0) ?? 'unchanged'
