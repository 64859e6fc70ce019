import { newLongId } from '#db/id'
import { and, eq, gte, isNull, lte, ne, or } from '#db/query.server'
import { leaves } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { listLeaves } from '../leaves/on-leave.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { LeaveInput } from './inputs.server'
import { getMemberName } from './showing.server'

/**
 * The leaves of a member, the newest first, and what the form begins with.
 *
 * @throws Forbidden · NotFound
 */
export async function openLeaves(scope: Scope, memberId: string) {
  authorize(scope.actor, 'affiliation.edit')
  return {
    newId: newLongId(),
    memberId,
    name: await getMemberName(scope, memberId),
    leaves: await listLeaves(scope, memberId),
  }
}

/**
 * Records when somebody is away, or changes what was recorded under the same id.
 *
 * @throws Forbidden · NotFound
 * @throws Invalid when the dates are the wrong way around, or overlap another leave of theirs
 */
export async function recordLeave(
  scope: WriteScope,
  memberId: string,
  { id, startedOn, ...given }: LeaveInput,
) {
  const endedOn = given.endedOn ?? null
  authorize(scope.actor, 'affiliation.edit')
  await getMemberName(scope, memberId)
  if (endedOn !== null && endedOn < startedOn) {
    throw new Invalid('endedOn', 'The last day is before the first. Choose a later one.')
  }
  const [overlapping] = await scope.db
    .select({ startedOn: leaves.startedOn })
    .from(leaves)
    .where(
      and(
        eq(leaves.memberId, memberId),
        ne(leaves.id, id),
        isNull(leaves.takenBackAt),
        or(isNull(leaves.endedOn), gte(leaves.endedOn, startedOn)),
        endedOn === null ? undefined : lte(leaves.startedOn, endedOn),
      ),
    )
  if (overlapping) {
    throw new Invalid(
      'startedOn',
      `There is a leave from ${overlapping.startedOn} already. Change that one, or choose other days.`,
    )
  }
  const [known] = await scope.db
    .select({ memberId: leaves.memberId })
    .from(leaves)
    .where(eq(leaves.id, id))
  if (known && known.memberId !== memberId) throw new NotFound('No leave.')
  if (known) await scope.db.update(leaves).set({ startedOn, endedOn }).where(eq(leaves.id, id))
  else await scope.db.insert(leaves).values({ id, memberId, startedOn, endedOn })
  await scope.record(known ? 'leave.changed' : 'leave.recorded', id, {
    memberId,
    startedOn,
    endedOn,
  })
}

/** Takes back a leave that was recorded by mistake. @throws Forbidden · NotFound */
export async function takeBackLeave(scope: WriteScope, memberId: string, id: string) {
  authorize(scope.actor, 'affiliation.edit')
  const own = and(eq(leaves.id, id), eq(leaves.memberId, memberId), isNull(leaves.takenBackAt))
  if ((await scope.db.count(leaves, own)) === 0) throw new NotFound('No leave.')
  await scope.db.update(leaves).set({ takenBackAt: scope.now }).where(own)
  await scope.record('leave.taken_back', id, { memberId })
}
