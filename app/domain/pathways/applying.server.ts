import type { Db } from '#db/client.server'
import { and, desc, eq, gt, isNotNull, isNull, or } from '#db/query.server'
import { assignmentChanges, assignments, enrollments, members } from '#db/schema'
import { districtsWith } from '#db/tenant.server'
import { audienceOf } from '../audiences/audience.server'
import type { Scope, WriteScope } from '../scope.server'
import { stands } from './changes.server'
import { decide, type InForce } from './deciding'
import { type Done, doDeeds } from './deeds.server'
import { assignmentsInForce, calendarOf, situationsOn } from './situations.server'

/** How many people one turn of enrolling takes, so that others write in between. */
export const PEOPLE_A_TURN = 25_000

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

const isEnrolling = and(isNotNull(assignments.enrollingStartedAt), isNull(assignments.endedAt))!

/** The ids of the districts where the audience of an assignment is being enrolled in turns. */
export const listDistrictsEnrolling = (db: Db) => districtsWith(db, assignments, isEnrolling)

/** The ids of the assignments whose audience is being enrolled in turns. */
export async function listEnrolling(scope: Scope) {
  const rows = await scope.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(isEnrolling)
    .orderBy(assignments.id)
  return rows.map(({ id }) => id)
}

/** Lets the next people of an assignment that enrolls in turns have theirs. @returns whether more wait */
export async function takeTurn(scope: WriteScope, assignmentId: string) {
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
    ? await applyAssignment(scope, assignment, await newestChange(scope, assignmentId), {
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

/** The change that what is done for an assignment now is part of. */
async function newestChange(scope: Scope, assignmentId: string) {
  const [change] = await scope.db
    .select({ id: assignmentChanges.id })
    .from(assignmentChanges)
    .where(and(eq(assignmentChanges.assignmentId, assignmentId), stands))
    .orderBy(desc(assignmentChanges.madeAt), desc(assignmentChanges.id))
    .limit(1)
  return change?.id ?? null
}
