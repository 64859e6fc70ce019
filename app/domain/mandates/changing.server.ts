import {
  and,
  asc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  not,
  or,
  type SQL,
} from '#db/query.server'
import { enrollments, members, obligations } from '#db/schema'
import { audienceOf } from '../audiences/audience.server'
import { addDays, type Day } from '../calendar'
import type { Scope } from '../scope.server'
import { type MandateInForce, stillAsked } from './asking.server'
import { nextTurn } from './cadence'

/**
 * The ids of those for whom a day alone can have changed what becomes of their turns of a training that has
 * reached everybody, in the order of the ids: who has come to the audience, who has left it, whose open turn is
 * passed over because the next one opens, and who has completed a pathway that it asks for. What people learn,
 * and where they work, is followed when it changes.
 *
 * @param after the member to go on from; null begins
 * @param limit how many at most
 */
export async function whomTheDayChanges(
  scope: Scope,
  mandate: MandateInForce,
  after: string | null,
  limit: number,
) {
  const audience = await audienceOf(scope, mandate.audience)
  const passing = await passingTurns(scope, mandate)
  const conditions = [
    and(audience, not(hasTurn(scope, mandate))),
    and(inArray(members.id, askedNow(scope, mandate.id)), not(audience)),
    passing && inArray(members.id, askedNow(scope, mandate.id, passing)),
    completesPathway(scope, mandate),
  ]
  const found = await Promise.all(
    conditions.flatMap((condition) =>
      condition
        ? scope.db
            .select({ id: members.id })
            .from(members)
            .where(and(condition, after ? gt(members.id, after) : undefined))
            .orderBy(asc(members.id))
            .limit(limit)
        : [],
    ),
  )
  return [...new Set(found.flat().map(({ id }) => id))].toSorted().slice(0, limit)
}

/** The members who are asked for a training now, by such turns. */
export const askedNow = (scope: Scope, mandateId: string, which?: SQL) =>
  scope.db
    .select({ memberId: obligations.memberId })
    .from(obligations)
    .where(and(eq(obligations.mandateId, mandateId), stillAsked, which))

/** Who has an open turn; of what is asked for once, also who had theirs. */
const hasTurn = (scope: Scope, { id, cadence }: MandateInForce) =>
  exists(
    scope.db
      .select({ id: obligations.id })
      .from(obligations)
      .where(
        and(
          eq(obligations.mandateId, id),
          eq(obligations.memberId, members.id),
          cadence.everyMonths === null ? isNull(obligations.endedOn) : stillAsked,
        ),
      ),
  )

/** The open turns in whose stead the next one opens; null where there are none. */
async function passingTurns(scope: Scope, { id, cadence }: MandateInForce) {
  if (cadence.firstDueOn === null || cadence.everyMonths === null) return null
  const rows = await scope.db
    .selectDistinct({ periodOn: obligations.periodOn, dueOn: obligations.dueOn })
    .from(obligations)
    .where(and(eq(obligations.mandateId, id), stillAsked, lte(obligations.opensOn, scope.today)))
  const nobody = { joinedOn: scope.today, hiredOn: null }
  const opens = (turn: { periodOn: Day | null; dueOn: Day }) =>
    nextTurn(cadence, nobody, { ...turn, number: 1, metOn: null })?.opensOn ??
    addDays(scope.today, 1)
  const dueDays = rows.filter((row) => opens(row) <= scope.today).map(({ dueOn }) => dueOn)
  return dueDays.length === 0 ? null : inArray(obligations.dueOn, [...new Set(dueDays)])
}

/** Whose completion of a pathway would meet their open turn: it may come by a new version of the pathway. */
function completesPathway(scope: Scope, { id, topics }: MandateInForce) {
  const asked = topics.filter(({ ask }) => ask.kind === 'pathway')
  if (asked.length === 0) return null
  const completed = asked.map((topic) =>
    and(
      eq(obligations.topicId, topic.id),
      exists(
        scope.db
          .select({ id: enrollments.id })
          .from(enrollments)
          .where(
            and(
              eq(enrollments.memberId, obligations.memberId),
              eq(enrollments.pathwayId, topic.ask.pathwayId!),
              gte(enrollments.completedOn, obligations.opensOn),
            ),
          ),
      ),
    ),
  )
  return inArray(members.id, askedNow(scope, id, or(...completed)))
}
