import { and, eq, inArray } from '#db/query.server'
import { goals } from '#db/schema'
import type { GoalKind } from '#db/words'
import { z } from 'zod'
import { strengthsAttached } from '../../evidence/queries.server'
import { competenciesField } from './fields.server'
import { GOAL_PHRASES } from './goal'
import { emptyAsk, STEP_KINDS } from './index'
import { type KindOnServer, plain } from './kind.server'

const fields = z.object({
  kind: z.literal('goal'),
  goalKind: z
    .enum(Object.keys(GOAL_PHRASES) as [GoalKind], { error: 'Choose a kind from the list.' })
    .optional(),
  competencies: competenciesField.default([]),
})

/** A goal: those that were closed as met. */
export const goal: KindOnServer<typeof fields> = {
  fields,
  async read(_, { goalKind, competencies }) {
    const ask = { ...emptyAsk('goal'), goalKind: goalKind ?? null, competencies }
    const named = { ...ask, course: null, achievement: null, pathway: null }
    return { ask, title: STEP_KINDS.goal.inWords(named) }
  },
  async facts(scope, memberIds) {
    const rows = await scope.db
      .select({
        memberId: goals.memberId,
        id: goals.id,
        goalKind: goals.kind,
        competency: goals.competency,
        closedOn: goals.closedOn,
      })
      .from(goals)
      .where(and(inArray(goals.memberId, memberIds), eq(goals.status, 'met')))
    return rows.map(({ competency, closedOn, ...row }) => ({
      ...plain,
      ...row,
      kind: 'goal',
      on: closedOn ?? scope.today,
      competencies: competency ? [competency] : [],
    }))
  },
  holders: (scope, _, memberIds) =>
    scope.db
      .selectDistinct({ memberId: goals.memberId })
      .from(goals)
      .where(
        and(eq(goals.status, 'met'), memberIds ? inArray(goals.memberId, memberIds) : undefined),
      ),
  pending: async () => [],
  counting: (scope, ids) =>
    scope.db
      .select({ id: goals.id })
      .from(goals)
      .where(and(inArray(goals.id, ids), eq(goals.status, 'met'))),
  proofs: (scope, ids) => strengthsAttached(scope, 'goalId', ids),
  titles: (scope, ids) =>
    scope.db.select({ id: goals.id, title: goals.title }).from(goals).where(inArray(goals.id, ids)),
}
