import {
  and,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
} from '#db/query.server'
import { assignments, enrollments, members, pathways } from '#db/schema'
import { dayIn } from '../calendar'
import type { Scope, WriteScope } from '../scope.server'
import { audienceOf } from './audience.server'
import { enrollMembers } from './enrolling.server'
import { batchesOf } from '../grouping'
import { BATCH } from './progress.server'
import type { AudienceRule } from './reason'

/**
 * Enrolls by themselves those who have come to fit an assignment that is in force: new hires, people
 * who changed schools, and people whose completion is no longer current. Nobody is taken off a pathway,
 * and from whom it was taken back without completion does not get it again by an assignment that was
 * there then. Call it after affiliations have changed, in the same transaction.
 *
 * @param memberIds whose affiliations have changed
 * @returns how many enrollments were opened
 */
export async function reevaluateAudiences(scope: WriteScope, memberIds: string[]) {
  let opened = 0
  for (const assignment of await assignmentsInForce(scope)) {
    for (const batch of batchesOf(memberIds, BATCH)) {
      const fitting = await newlyFitting(scope, assignment, inArray(members.id, batch))
      opened += await enrollMembers(scope, assignment, fitting)
    }
  }
  return opened
}

/** The ids of all whom `reevaluateAudiences` would enroll today, in the order of the ids. */
export async function listNewlyFitting(scope: Scope) {
  const found = new Set<string>()
  for (const assignment of await assignmentsInForce(scope)) {
    for (const id of await newlyFitting(scope, assignment)) found.add(id)
  }
  return [...found].toSorted()
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
      createdAt: assignments.createdAt,
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

/** Those who fit an assignment, but for those from whom the pathway was taken back since it was made. */
function newlyFitting(scope: Scope, assignment: InForce, condition?: SQL) {
  const takenBack = scope.db
    .select({ memberId: enrollments.memberId })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.pathwayId, assignment.pathwayId),
        isNull(enrollments.completedOn),
        gte(enrollments.endedOn, dayIn(scope.district.timeZone, assignment.createdAt)),
      ),
    )
  return fittingMembers(scope, assignment, and(condition, notInArray(members.id, takenBack)))
}

/** Those of the audience who are not on the pathway and hold no current completion of it. */
export async function fittingMembers(
  scope: Scope,
  assignment: AudienceRule & { pathwayId: string },
  condition?: SQL,
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
    .where(and(await audienceOf(scope, assignment), condition, mayBeEnrolled(scope)))
    .orderBy(members.id)
  return rows.map(({ id }) => id)
}

/** Not on the pathway, or no longer current; needs `enrollments` joined without the ended ones. */
export const mayBeEnrolled = (scope: Scope) =>
  or(
    isNull(enrollments.id),
    and(isNotNull(enrollments.completedOn), lte(enrollments.expiresOn, scope.today)),
  )
