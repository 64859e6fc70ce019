import { and, eq, inArray, isNotNull, isNull, lte, ne, or } from '#db/query.server'
import { assignments, enrollments, members, pathways } from '#db/schema'
import type { Scope, WriteScope } from '../scope.server'
import { audienceOf } from './audience.server'
import { enrollMembers } from './enrolling.server'
import { BATCH } from './progress.server'
import { batchesOf } from './grouping'

/**
 * Enrolls by themselves all who have come to fit an assignment that is in force: new hires, people who
 * changed schools, and people whose completion is no longer current. Nobody is taken off a pathway.
 * Call it after affiliations have changed, in the same transaction.
 *
 * @param memberIds whose affiliations have changed; everybody when absent
 * @returns how many enrollments were opened
 */
export async function reevaluateAudiences(scope: WriteScope, memberIds?: string[]) {
  let opened = 0
  for (const assignment of await assignmentsInForce(scope)) {
    for (const batch of memberIds ? batchesOf(memberIds, BATCH) : [null]) {
      const fitting = await fittingMembers(scope, assignment, batch)
      opened += await enrollMembers(scope, assignment, fitting)
    }
  }
  return opened
}

/** The assignments that enroll people by themselves, oldest first. */
async function assignmentsInForce(scope: Scope) {
  return scope.db
    .select({
      id: assignments.id,
      pathwayId: assignments.pathwayId,
      organizationId: assignments.organizationId,
      role: assignments.role,
      gradeBand: assignments.gradeBand,
      hiredAfter: assignments.hiredAfter,
      dueOn: assignments.dueOn,
      dueDays: assignments.dueDays,
    })
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .where(
      and(
        isNull(assignments.endedAt),
        ne(assignments.kind, 'offered'),
        eq(pathways.status, 'published'),
      ),
    )
    .orderBy(assignments.id)
}

type InForce = Awaited<ReturnType<typeof assignmentsInForce>>[number]

/** Those of the audience who are not on the pathway and hold no current completion of it. */
export async function fittingMembers(
  scope: Scope,
  assignment: Omit<InForce, 'id' | 'dueOn' | 'dueDays'>,
  memberIds: string[] | null,
) {
  const rows = await scope.db
    .select({ id: members.id })
    .from(members)
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.memberId, members.id),
        eq(enrollments.pathwayId, assignment.pathwayId),
        isNull(enrollments.endedOn),
      )!,
    )
    .where(
      and(
        await audienceOf(scope, assignment),
        memberIds ? inArray(members.id, memberIds) : undefined,
        mayBeEnrolled(scope),
      ),
    )
    .orderBy(members.id)
  return rows.map(({ id }) => id)
}

/** Not on the pathway, or no longer current; needs `enrollments` joined without the ended ones. */
export const mayBeEnrolled = (scope: Scope) =>
  or(
    isNull(enrollments.id),
    and(isNotNull(enrollments.completedOn), lte(enrollments.expiresOn, scope.today)),
  )
