import { and, desc, eq, isNotNull } from '#db/query.server'
import { affiliations, mandates, obligations } from '#db/schema'
import { wordsOfUse } from '../credit/use'
import { listStepsCounted, type StepCounted } from '../pathways/steps-counted.server'
import { holdsOn } from '../people/actor.server'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import { listUses } from '../uses/queries.server'
import type { CountedRow } from './row'

/** Where a row of somebody counts, and whether it is the actor's own. */
export type PlacesCounted = {
  isOwn: boolean
  steps: StepCounted[]
  turns: Awaited<ReturnType<typeof turnsMetBy>>
  /** What it was used for, to be read after “used for”. */
  uses: { id: string; words: string }[]
}

/**
 * Every place in which a row of somebody counts: the steps of their pathways, the turns of required
 * trainings that it met, and what its credit was used for; of each kind only what the actor may see of
 * that person. The caller has shown the row itself.
 */
export async function listPlacesCounted(scope: Scope, row: CountedRow): Promise<PlacesCounted> {
  const { memberId } = row
  const isOwn = memberId === scope.actor.id
  const seesTurns = isOwn || can(scope.actor, 'mandate.view')
  const [steps, turns, uses] = await Promise.all([
    (await seesPathways(scope, memberId))
      ? listStepsCounted(scope, memberId, row, row.expected)
      : [],
    seesTurns ? turnsMetBy(scope, row) : [],
    can(scope.actor, 'use.view', row) ? usesOf(scope, row) : [],
  ])
  return { isOwn, steps, turns, uses }
}

/** The pathways of somebody stand in their record. */
async function seesPathways(scope: Scope, memberId: string) {
  if (memberId === scope.actor.id) return true
  const today = await scope.db
    .selectDistinct({ id: affiliations.organizationId })
    .from(affiliations)
    .where(and(eq(affiliations.memberId, memberId), holdsOn(scope.today)))
  const organizationIds = today.map(({ id }) => id)
  return can(scope.actor, 'record.view', { id: memberId, organizationIds })
}

async function turnsMetBy(scope: Scope, { memberId, kind, id }: CountedRow) {
  const met = await scope.db
    .select({
      id: obligations.id,
      title: mandates.title,
      dueOn: obligations.dueOn,
      metOn: obligations.metOn,
      sources: obligations.sources,
    })
    .from(obligations)
    .innerJoin(mandates, eq(mandates.id, obligations.mandateId))
    .where(and(eq(obligations.memberId, memberId), isNotNull(obligations.metOn)))
    .orderBy(desc(obligations.dueOn), desc(obligations.id))
  return met
    .filter(({ sources }) => sources.some((source) => source.kind === kind && source.id === id))
    .map(({ sources: _, ...turn }) => turn)
}

async function usesOf(scope: Scope, { memberId, kind, id }: CountedRow) {
  if (kind !== 'activity' && kind !== 'completion' && kind !== 'award') return []
  const uses = await listUses(scope, memberId, { of: { kind, id } })
  return uses
    .filter(({ isStanding }) => isStanding)
    .map((use) => ({ id: use.id, words: wordsOfUse(use) }))
}
