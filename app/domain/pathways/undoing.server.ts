import {
  and,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  ne,
  notInArray,
  or,
  plus,
} from '#db/query.server'
import {
  assignmentChanges,
  assignments,
  enrollmentChanges,
  enrollments,
  pathways,
} from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { countAudience } from '../audiences/audience.server'
import { batchesOf } from '../grouping'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { applyAssignment } from './applying.server'
import { requirePathway, retired } from './building.server'
import { keepChange, stands } from './changes.server'
import { decide } from './deciding'
import { doDeeds, moveEnrollments } from './deeds.server'
import { BATCH, refreshOpen } from './progress.server'
import { assignmentsInForce, calendarOf, situationsOn } from './situations.server'

/** For so many hours what was done to an assignment can be undone. */
export const HOURS_TO_UNDO = 24

/** What was done after this moment can still be undone. */
export const sinceUndoable = ({ now }: Scope) => new Date(now.getTime() - HOURS_TO_UNDO * 3_600_000)

type Change = NonNullable<Awaited<ReturnType<typeof findUndoable>>>

/** The last thing that was done to an assignment, while it can still be undone; never on a retired pathway. */
export async function findUndoable(scope: Scope, assignmentId: string) {
  const [change] = await scope.db
    .select({
      id: assignmentChanges.id,
      what: assignmentChanges.what,
      before: assignmentChanges.before,
      madeAt: assignmentChanges.madeAt,
    })
    .from(assignmentChanges)
    .innerJoin(assignments, eq(assignments.id, assignmentChanges.assignmentId))
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .where(
      and(
        eq(assignmentChanges.assignmentId, assignmentId),
        ne(pathways.status, 'retired'),
        stands,
        gt(assignmentChanges.madeAt, sinceUndoable(scope)),
      ),
    )
    .orderBy(desc(assignmentChanges.madeAt), desc(assignmentChanges.id))
    .limit(1)
  return change && change.what !== 'undone' ? { ...change, what: change.what } : null
}

/**
 * Undoes the last thing that was done to an assignment: what people's pathways rested on and their due
 * dates are as before. Who was moved on, let off or given more time meanwhile stays so; who has begun
 * meanwhile and has it by nothing else keeps the pathway as their own choice.
 *
 * @throws NotFound · Forbidden
 * @throws Conflict when nothing was done in the last 24 hours, or the pathway is retired
 */
export async function undoAssignment(scope: WriteScope, assignmentId: string) {
  authorize(scope.actor, 'pathway.assign')
  const [row] = await scope.db
    .select({
      pathwayId: assignments.pathwayId,
      kind: assignments.kind,
      audience: assignments.audience,
      due: assignments.due,
      graceDays: assignments.graceDays,
    })
    .from(assignments)
    .where(eq(assignments.id, assignmentId))
  if (!row) throw new NotFound('No assignment.')
  const { pathwayId, ...said } = row
  const { status } = await requirePathway(scope, pathwayId)
  if (status === 'retired') throw retired()
  const change = await findUndoable(scope, assignmentId)
  if (!change) throw new Conflict('It is too late to undo this, or it was undone already.')

  await scope.db
    .update(assignments)
    .set({
      ...(await stateBefore(scope, change)),
      enrollingStartedAt: null,
      enrollingAfter: null,
      version: plus(assignments.version, 1),
    })
    .where(eq(assignments.id, assignmentId))
  await scope.db
    .update(assignmentChanges)
    .set({ undoneAt: scope.now })
    .where(eq(assignmentChanges.id, change.id))
  if (change.what === 'edited') await keepChange(scope, assignmentId, 'undone', said)
  const restoredTo = await restore(scope, pathwayId, change)
  for (const id of await undoneAmong(scope, [assignmentId, ...restoredTo])) {
    await letGo(scope, pathwayId, id)
  }
  await bringInLine(scope, pathwayId, new Set([assignmentId, ...restoredTo]))
  await scope.record('assignment.undone', assignmentId, { what: change.what })
  return { what: change.what }
}

async function stateBefore(scope: WriteScope, { what, before }: Change) {
  if (what === 'made') return { endedAt: scope.now }
  if (what === 'ended') return { endedAt: null }
  return { ...before!, audienceSize: await countAudience(scope, before!.audience) }
}

/** What the assignment itself ends an enrollment for; the other reasons are decisions of their own. */
const ENDED_BY_ASSIGNMENT = ['assignment_ended', 'left_audience']

/**
 * Gives enrollments back what they rested on, the ended ones too where nothing followed them. Those that
 * a later change has moved on are left as they are.
 *
 * @returns the assignments that they rest on again
 */
async function restore(scope: WriteScope, pathwayId: string, change: Change) {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      endedOn: enrollments.endedOn,
      endedFor: enrollments.endedFor,
      assignmentId: enrollmentChanges.assignmentId,
      assignedOn: enrollmentChanges.assignedOn,
      dueOn: enrollmentChanges.dueOn,
      inheritedDueOn: enrollmentChanges.inheritedDueOn,
      lateOn: enrollmentChanges.lateOn,
    })
    .from(enrollmentChanges)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentChanges.enrollmentId))
    .where(
      and(
        eq(enrollmentChanges.changeId, change.id),
        isNull(enrollments.completedOn),
        notInArray(enrollments.id, movedAfter(scope, change)),
      ),
    )
  const restoredTo = new Set<string>()
  for (const batch of batchesOf(rows, BATCH)) {
    const ended = batch.filter(({ endedFor }) => ENDED_BY_ASSIGNMENT.includes(endedFor ?? ''))
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
    const open = batch.filter(({ id, endedOn }) => endedOn === null || reopened.includes(id))
    await moveEnrollments(
      scope,
      open.map(({ id, assignmentId, assignedOn, dueOn, inheritedDueOn, lateOn }) => ({
        held: { id },
        grounds: { assignmentId, assignedOn, dueOn, inheritedDueOn, lateOn },
      })),
    )
    if (reopened.length > 0) await refreshOpen(scope, inArray(enrollments.id, reopened))
    for (const { assignmentId } of open) if (assignmentId) restoredTo.add(assignmentId)
  }
  return restoredTo
}

/** The enrollments that changes after one have moved or ended, but for those that were undone. */
const movedAfter = (scope: Scope, { id, madeAt }: Change) =>
  scope.db
    .select({ enrollmentId: enrollmentChanges.enrollmentId })
    .from(enrollmentChanges)
    .innerJoin(assignmentChanges, eq(assignmentChanges.id, enrollmentChanges.changeId))
    .where(
      and(
        isNull(assignmentChanges.undoneAt),
        or(
          gt(assignmentChanges.madeAt, madeAt),
          and(eq(assignmentChanges.madeAt, madeAt), gt(assignmentChanges.id, id)),
        ),
      ),
    )

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

/** Those of some assignments that should not have been made. */
async function undoneAmong(scope: Scope, assignmentIds: string[]) {
  const rows = await scope.db
    .selectDistinct({ id: assignmentChanges.assignmentId })
    .from(assignmentChanges)
    .where(
      and(
        inArray(assignmentChanges.assignmentId, assignmentIds),
        eq(assignmentChanges.what, 'made'),
        isNotNull(assignmentChanges.undoneAt),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Lets those who have the pathway by an assignment that should not have been go over to another one. */
async function letGo(scope: WriteScope, pathwayId: string, assignmentId: string) {
  const inForce = await assignmentsInForce(scope, pathwayId)
  const situations = await situationsOn(scope, pathwayId, inForce, {
    where: and(eq(enrollments.assignmentId, assignmentId), isNull(enrollments.completedOn))!,
  })
  const calendar = calendarOf(scope)
  const deeds = situations.flatMap(
    (situation) => decide({ ...situation, hasLeft: true }, calendar) ?? [],
  )
  await doDeeds(
    scope,
    deeds.map((deed) => (deed.kind === 'end' ? { ...deed, endedFor: 'undone' as const } : deed)),
  )
}

async function bringInLine(scope: WriteScope, pathwayId: string, assignmentIds: Set<string>) {
  for (const assignment of await assignmentsInForce(scope, pathwayId)) {
    if (assignmentIds.has(assignment.id)) await applyAssignment(scope, assignment, null)
  }
}
