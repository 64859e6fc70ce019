import { and, eq, gt, inArray, isNotNull, isNull, or } from '#db/query.server'
import { assignmentChanges, assignments, enrollments, members } from '#db/schema'
import { audienceOf } from '../audiences/audience.server'
import type { Scope, WriteScope } from '../scope.server'
import { decide, type InForce } from './deciding'
import { type Done, doDeeds } from './deeds.server'
import { assignmentsInForce, calendarOf, situationsOn } from './situations.server'

/** How many people one turn of enrolling takes, so that others write in between. */
export const PEOPLE_A_TURN = 20_000

type Turn = Done & { reached: number; last: string | null }

/**
 * Brings people in line with one assignment, in the order of their ids: those of its audience, and
 * those who have the pathway by it.
 *
 * @param change what it is part of, so that it can be undone
 * @param after the last person of the turn before
 */
export async function applyAssignment(
  scope: WriteScope,
  assignment: InForce,
  changeId: string | null,
  { after = null, limit }: { after?: string | null; limit?: number } = {},
): Promise<Turn> {
  const { id, pathwayId, audience } = assignment
  const inForce = await assignmentsInForce(scope, pathwayId)
  const concerned = or(
    await audienceOf(scope, audience),
    and(eq(enrollments.assignmentId, id), isNull(enrollments.completedOn)),
  )
  const situations = await situationsOn(scope, pathwayId, inForce, {
    where: and(concerned, after === null ? undefined : gt(members.id, after))!,
    limit,
  })
  const calendar = calendarOf(scope, id)
  const deeds = situations.flatMap((situation) => decide(situation, calendar) ?? [])
  const done = await doDeeds(scope, deeds, changeId)
  const isLast = limit === undefined || situations.length < limit
  return {
    ...done,
    reached: situations.length,
    last: isLast ? null : situations.at(-1)!.memberId,
  }
}

/** The assignments whose audience is being enrolled in turns, with the change it is part of. */
export async function listEnrolling(scope: Scope) {
  const waiting = await scope.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(isNotNull(assignments.enrollingStartedAt), isNull(assignments.endedAt)))
    .orderBy(assignments.id)
  if (waiting.length === 0) return []
  const changes = await scope.db
    .select({ id: assignmentChanges.id, assignmentId: assignmentChanges.assignmentId })
    .from(assignmentChanges)
    .where(
      and(
        inArray(
          assignmentChanges.assignmentId,
          waiting.map(({ id }) => id),
        ),
        isNull(assignmentChanges.undoneAt),
      ),
    )
    .orderBy(assignmentChanges.madeAt, assignmentChanges.id)
  const last = new Map(changes.map((change) => [change.assignmentId, change.id]))
  return waiting.map(({ id }) => ({ id, changeId: last.get(id) ?? null }))
}

/** Lets the next people of an assignment that enrolls in turns have theirs. @returns whether more wait */
export async function takeTurn(scope: WriteScope, assignmentId: string, changeId: string | null) {
  const [row] = await scope.db
    .select({
      after: assignments.enrollingAfter,
      since: assignments.enrollingStartedAt,
      reached: assignments.reached,
      pathwayId: assignments.pathwayId,
    })
    .from(assignments)
    .where(eq(assignments.id, assignmentId))
  if (!row?.since) return false
  const assignment = (await assignmentsInForce(scope, row.pathwayId)).find(
    ({ id }) => id === assignmentId,
  )
  const turn = assignment
    ? await applyAssignment(scope, assignment, changeId, {
        after: row.after,
        limit: PEOPLE_A_TURN,
      })
    : null
  await scope.db
    .update(assignments)
    .set({
      reached: (row.reached ?? 0) + (turn?.reached ?? 0),
      enrollingAfter: turn?.last ?? null,
      ...(turn?.last ? {} : { enrollingStartedAt: null }),
    })
    .where(eq(assignments.id, assignmentId))
  return turn?.last != null
}
