import { and, desc, eq, gt, inArray, isNull } from '#db/query.server'
import { assignmentChanges, assignments, enrollmentChanges, enrollments } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { batchesOf, groupBy } from '../grouping'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { applyAssignment } from './applying.server'
import { OWN_CHOICE } from './deciding'
import { moveEnrollments } from './deeds.server'
import { endEnrollments } from './enrolling.server'
import { BATCH, refreshOpen } from './progress.server'
import { assignmentsInForce } from './situations.server'

/** For so many hours what was done to an assignment can be undone. */
export const HOURS_TO_UNDO = 24

/** The last thing that was done to an assignment, while it can still be undone. */
export async function findUndoable(scope: Scope, assignmentId: string) {
  const since = new Date(scope.now.getTime() - HOURS_TO_UNDO * 3_600_000)
  const [change] = await scope.db
    .select({
      id: assignmentChanges.id,
      what: assignmentChanges.what,
      before: assignmentChanges.before,
      madeAt: assignmentChanges.madeAt,
    })
    .from(assignmentChanges)
    .where(
      and(
        eq(assignmentChanges.assignmentId, assignmentId),
        isNull(assignmentChanges.undoneAt),
        gt(assignmentChanges.madeAt, since),
      ),
    )
    .orderBy(desc(assignmentChanges.madeAt), desc(assignmentChanges.id))
    .limit(1)
  return change ?? null
}

/**
 * Undoes the last thing that was done to an assignment: what people's pathways rested on and their due
 * dates are as before. Who has begun meanwhile keeps the pathway as their own choice.
 *
 * @throws NotFound · Forbidden
 * @throws Conflict when nothing was done in the last 24 hours
 */
export async function undoAssignment(scope: WriteScope, assignmentId: string) {
  authorize(scope.actor, 'pathway.assign')
  const [row] = await scope.db
    .select({ pathwayId: assignments.pathwayId })
    .from(assignments)
    .where(eq(assignments.id, assignmentId))
  if (!row) throw new NotFound('No assignment.')
  const change = await findUndoable(scope, assignmentId)
  if (!change) throw new Conflict('It is too late to undo this, or it was undone already.')

  const calm = { enrollingStartedAt: null, enrollingAfter: null }
  const state =
    change.what === 'made'
      ? { endedAt: scope.now }
      : change.what === 'ended'
        ? { endedAt: null }
        : { ...change.before! }
  await scope.db
    .update(assignments)
    .set({ ...calm, ...state })
    .where(eq(assignments.id, assignmentId))
  await restore(scope, row.pathwayId, change.id)
  if (change.what === 'made') await letGo(scope, assignmentId)
  else await bringInLine(scope, row.pathwayId, assignmentId)
  await scope.db
    .update(assignmentChanges)
    .set({ undoneAt: scope.now })
    .where(eq(assignmentChanges.id, change.id))
  await scope.record('assignment.undone', assignmentId, { what: change.what })
  return { what: change.what }
}

/** Gives enrollments back what they rested on, the ended ones too where nothing followed them. */
async function restore(scope: WriteScope, pathwayId: string, changeId: string) {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      endedOn: enrollments.endedOn,
      completedOn: enrollments.completedOn,
      assignmentId: enrollmentChanges.assignmentId,
      assignedOn: enrollmentChanges.assignedOn,
      dueOn: enrollmentChanges.dueOn,
      lateOn: enrollmentChanges.lateOn,
    })
    .from(enrollmentChanges)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentChanges.enrollmentId))
    .where(eq(enrollmentChanges.changeId, changeId))
  for (const batch of batchesOf(rows, BATCH)) {
    const ended = batch.filter(({ endedOn }) => endedOn !== null)
    const taken = await membersOn(
      scope,
      pathwayId,
      ended.map(({ memberId }) => memberId),
    )
    const reopened = ended.filter(({ memberId }) => !taken.has(memberId)).map(({ id }) => id)
    await scope.db
      .update(enrollments)
      .set({ endedOn: null, endedFor: null })
      .where(inArray(enrollments.id, reopened))
    const open = batch.filter(
      ({ id, endedOn, completedOn }) =>
        completedOn === null && (endedOn === null || reopened.includes(id)),
    )
    await moveEnrollments(
      scope,
      open.map(({ id, assignmentId, assignedOn, dueOn, lateOn }) => ({
        held: { id },
        grounds: { assignmentId, assignedOn, dueOn, lateOn },
      })),
    )
    if (reopened.length > 0) await refreshOpen(scope, inArray(enrollments.id, reopened))
  }
}

async function membersOn(scope: Scope, pathwayId: string, memberIds: string[]) {
  const rows = await scope.db
    .select({ memberId: enrollments.memberId })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.pathwayId, pathwayId),
        inArray(enrollments.memberId, memberIds),
        isNull(enrollments.endedOn),
      ),
    )
  return new Set(rows.map(({ memberId }) => memberId))
}

/** Takes the pathway off those who have it by an assignment that should not have been. */
async function letGo(scope: WriteScope, assignmentId: string) {
  const rows = await scope.db
    .select({ id: enrollments.id, engagedOn: enrollments.engagedOn })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.assignmentId, assignmentId),
        isNull(enrollments.completedOn),
        isNull(enrollments.endedOn),
      ),
    )
  const byBegun = groupBy(rows, ({ engagedOn }) => engagedOn !== null)
  await moveEnrollments(
    scope,
    (byBegun.get(true) ?? []).map((held) => ({ held, grounds: OWN_CHOICE })),
  )
  await endEnrollments(
    scope,
    (byBegun.get(false) ?? []).map(({ id }) => id),
    'undone',
  )
}

async function bringInLine(scope: WriteScope, pathwayId: string, assignmentId: string) {
  const assignment = (await assignmentsInForce(scope, pathwayId)).find(
    ({ id }) => id === assignmentId,
  )
  if (assignment) await applyAssignment(scope, assignment, null)
}
