import { and, desc, eq, gte, isNull, lte, or } from '#db/query.server'
import { leaves } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'

/** Who is on leave on a day, both ends included, as a query of their ids. */
export const onLeave = (scope: Scope, day: Day) =>
  scope.db
    .select({ memberId: leaves.memberId })
    .from(leaves)
    .where(
      and(
        isNull(leaves.takenBackAt),
        lte(leaves.startedOn, day),
        or(isNull(leaves.endedOn), gte(leaves.endedOn, day)),
      ),
    )

/** The leaves of a member, the newest first. */
export const listLeaves = (scope: Scope, memberId: string) =>
  scope.db
    .select({ id: leaves.id, startedOn: leaves.startedOn, endedOn: leaves.endedOn })
    .from(leaves)
    .where(and(eq(leaves.memberId, memberId), isNull(leaves.takenBackAt)))
    .orderBy(desc(leaves.startedOn), desc(leaves.id))
