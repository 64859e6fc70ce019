import { newId } from '#db/id'
import { and, eq, gt, inArray, isNull, ne, or, orElse, type SQL } from '#db/query.server'
import { assignments, enrollments, members } from '#db/schema'
import { Conflict, Invalid, NotFound } from '../errors'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { audienceOf } from './audience.server'
import { requirePathway } from './building.server'
import { duePassed } from './dry-run.server'
import { dueDateOf, endEnrollments, enrollMembers } from './enrolling.server'
import type { AssignmentInput } from './inputs.server'
import { fittingMembers } from './reevaluating.server'

/**
 * Gives a pathway to an audience: enrolls everybody in it, unless it is only offered. Who is on the
 * pathway already keeps their progress; a mandate takes their enrollment over, with the earlier of the
 * two due dates.
 *
 * @returns how many were enrolled
 * @throws NotFound when the pathway or the organization is not there
 * @throws Invalid when the pathway is not published, or the due date has passed
 * @throws Conflict when the same assignment is in force
 */
export async function makeAssignment(scope: WriteScope, pathwayId: string, input: AssignmentInput) {
  authorize(scope.actor, 'pathway.assign')
  const pathway = await requirePathway(scope, pathwayId)
  if (pathway.status !== 'published') {
    throw new Invalid(null, 'Publish the pathway first; then it can be assigned.')
  }
  if (duePassed(input, scope.today)) {
    throw new Invalid('dueOn', 'That day has passed: everybody would be late on the first day.')
  }
  const audience = await audienceOf(scope, input)
  if (await isInForce(scope, pathwayId, input)) {
    throw new Conflict('The same audience has this pathway already, with the same due date.')
  }

  const id = newId(scope.now)
  const assignment = { id, pathwayId, ...input }
  await scope.db
    .insert(assignments)
    .values({ ...assignment, createdById: scope.actor.id, createdAt: scope.now })
  const enrolled =
    input.kind === 'offered'
      ? 0
      : await enrollMembers(scope, assignment, await fittingMembers(scope, assignment))
  if (input.kind === 'mandated') await takeOver(scope, assignment, audience)
  await scope.record('assignment.made', id, { pathwayId, kind: input.kind, enrolled })
  return { id, enrolled }
}

/**
 * Ends an assignment: from now on it enrolls nobody.
 *
 * @param options.takeBack also takes the pathway back from those who have it because of this
 *   assignment and have not completed it
 * @returns how many were taken off
 * @throws NotFound
 * @throws Conflict when it has ended already
 */
export async function endAssignment(scope: WriteScope, id: string, options: { takeBack: boolean }) {
  authorize(scope.actor, 'pathway.assign')
  const [assignment] = await scope.db
    .select({ pathwayId: assignments.pathwayId, endedAt: assignments.endedAt })
    .from(assignments)
    .where(eq(assignments.id, id))
  if (!assignment) throw new NotFound('No assignment.')
  if (assignment.endedAt) throw new Conflict('This assignment has ended already.')
  await scope.db.update(assignments).set({ endedAt: scope.now }).where(eq(assignments.id, id))
  const open = options.takeBack
    ? await scope.db
        .select({ id: enrollments.id })
        .from(enrollments)
        .where(and(eq(enrollments.assignmentId, id), ...underWay))
    : []
  await endEnrollments(
    scope,
    open.map((row) => row.id),
  )
  await scope.record('assignment.ended', id, { takenOff: open.length })
  return { takenOff: open.length }
}

const underWay = [isNull(enrollments.completedOn), isNull(enrollments.endedOn)]

async function isInForce(scope: WriteScope, pathwayId: string, input: AssignmentInput) {
  const running = await scope.db
    .select({
      kind: assignments.kind,
      organizationId: assignments.organizationId,
      role: assignments.role,
      gradeBand: assignments.gradeBand,
      hiredAfter: assignments.hiredAfter,
      dueOn: assignments.dueOn,
      dueDays: assignments.dueDays,
    })
    .from(assignments)
    .where(and(eq(assignments.pathwayId, pathwayId), isNull(assignments.endedAt)))
  const keys = Object.keys(running[0] ?? {}) as (keyof AssignmentInput)[]
  return running.some((row) => keys.every((key) => row[key] === input[key]))
}

async function takeOver(
  scope: WriteScope,
  assignment: AssignmentInput & { id: string; pathwayId: string },
  audience: SQL,
) {
  const due = dueDateOf(assignment, scope.today)
  const inAudience = and(
    eq(enrollments.pathwayId, assignment.pathwayId),
    ...underWay,
    inArray(
      enrollments.memberId,
      scope.db.select({ id: members.id }).from(members).where(audience),
    ),
  )
  if (due !== null) {
    await scope.db
      .update(enrollments)
      .set({ assignmentId: assignment.id, dueOn: due })
      .where(and(inAudience, gt(orElse(enrollments.dueOn, '9999-12-31'), due)))
  }
  const unmandated = scope.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(ne(assignments.kind, 'mandated'))
  await scope.db
    .update(enrollments)
    .set({ assignmentId: assignment.id })
    .where(
      and(
        inAudience,
        or(isNull(enrollments.assignmentId), inArray(enrollments.assignmentId, unmandated)),
      ),
    )
}
