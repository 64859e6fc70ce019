import { isDeepStrictEqual } from 'node:util'
import { newId } from '#db/id'
import { and, eq, isNotNull, isNull, plus } from '#db/query.server'
import { assignments, enrollments } from '#db/schema'
import { countAudience } from '../audiences/audience.server'
import { resolveAudience } from '../audiences/finding.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { applyAssignment, PEOPLE_A_TURN } from './applying.server'
import { requirePathway } from './building.server'
import { keepChange } from './changes.server'
import { decide, type Deed } from './deciding'
import { doDeeds } from './deeds.server'
import { hasPassed } from './due'
import { heldFields } from './enrolling.server'
import type { AssignmentInput } from './inputs.server'
import { isUnderWay } from './progress.server'
import { assignmentsInForce, calendarOf, situationsOn } from './situations.server'

/** Up to so many people are enrolled at once; more have their turns in the background. */
export const AT_ONCE = PEOPLE_A_TURN

/**
 * Gives a pathway to an audience: enrolls everybody in it, unless it is only offered. Who is on the
 * pathway already keeps their progress; a mandate takes their enrollment over, with the earlier of the
 * two due dates. A large audience is enrolled in turns.
 *
 * @returns how many were enrolled, and how many have still to be
 * @throws NotFound when the pathway, or what the audience or the due date names, is not there
 * @throws Invalid when the pathway is not published, or the due date has passed
 * @throws Conflict when the same assignment is in force
 */
export async function makeAssignment(
  scope: WriteScope,
  pathwayId: string,
  input: Omit<AssignmentInput, 'version'>,
) {
  authorize(scope.actor, 'pathway.assign')
  const assignment = { pathwayId, ...(await checkAssignment(scope, pathwayId, input)) }
  if (hasPassed(input.due, scope.today)) throw passed()
  if (await isInForce(scope, assignment)) {
    throw new Conflict('The same audience has this pathway already, with the same due date.')
  }

  const id = newId()
  const audienceSize = await countAudience(scope, assignment.audience)
  await scope.db.insert(assignments).values({
    id,
    ...assignment,
    version: 1,
    audienceSize,
    reached: 0,
    createdById: scope.actor.id,
    createdAt: scope.now,
  })
  const changeId = await keepChange(scope, id, 'made', null)
  const made = { id, ...assignment, createdAt: scope.now }
  const done = await applyOrWait(scope, made, audienceSize, changeId)
  await scope.record('assignment.made', id, { pathwayId, kind: input.kind, audienceSize })
  return { id, enrolled: done.opened, waiting: done.waiting }
}

/**
 * Changes to whom a pathway is assigned, how binding it is, and until when. Who comes to fit is
 * enrolled; who no longer fits is taken off, or keeps it as their own choice once they have begun.
 *
 * @throws NotFound · Forbidden
 * @throws Invalid when the new due date has passed
 * @throws Conflict when it has ended, or somebody else changed it
 */
export async function editAssignment(scope: WriteScope, id: string, input: AssignmentInput) {
  authorize(scope.actor, 'pathway.assign')
  const before = await requireRunning(scope, id)
  if (before.version !== input.version) {
    throw new Conflict('Somebody changed this assignment in the meantime. Look at it again.')
  }
  const assignment = await checkAssignment(scope, before.pathwayId, input)
  if (hasPassed(input.due, scope.today) && before.due.on !== input.due.on) throw passed()
  const audienceSize = await countAudience(scope, assignment.audience)
  await scope.db
    .update(assignments)
    .set({ ...assignment, audienceSize, reached: 0, version: plus(assignments.version, 1) })
    .where(eq(assignments.id, id))
  const { pathwayId, kind, audience, due, graceDays, createdAt } = before
  const changeId = await keepChange(scope, id, 'edited', { kind, audience, due, graceDays })
  const edited = { id, pathwayId, ...assignment, createdAt }
  const held = await scope.db.count(enrollments, eq(enrollments.assignmentId, id))
  const done = await applyOrWait(scope, edited, Math.max(audienceSize, held), changeId)
  await scope.record('assignment.edited', id, { before: { kind, audience, due, graceDays } })
  return { id, enrolled: done.opened, removed: done.ended, waiting: done.waiting }
}

/**
 * Ends an assignment: from now on it enrolls nobody.
 *
 * @param options.takeBack also takes the pathway back from those who have it because of this
 *   assignment and have not completed it, but for those whom another one covers
 * @returns how many were taken off
 * @throws NotFound
 * @throws Conflict when it has ended already
 */
export async function endAssignment(scope: WriteScope, id: string, options: { takeBack: boolean }) {
  authorize(scope.actor, 'pathway.assign')
  const { pathwayId } = await requireRunning(scope, id)
  await scope.db
    .update(assignments)
    .set({ endedAt: scope.now, enrollingStartedAt: null, enrollingAfter: null })
    .where(eq(assignments.id, id))
  const changeId = await keepChange(scope, id, 'ended', null)
  const takenOff = options.takeBack ? await takeBack(scope, id, pathwayId, changeId) : 0
  await scope.record('assignment.ended', id, { takenOff })
  return { takenOff }
}

async function takeBack(scope: WriteScope, id: string, pathwayId: string, changeId: string) {
  const others = await assignmentsInForce(scope, pathwayId)
  const situations = await situationsOn(scope, pathwayId, others, {
    where: and(eq(enrollments.assignmentId, id), isNull(enrollments.completedOn))!,
    takenBackId: id,
  })
  const deeds = situations.flatMap((situation) => decide(situation, calendarOf(scope)) ?? [])
  return (await doDeeds(scope, deeds, changeId)).ended
}

type Assignment = Parameters<typeof applyAssignment>[1]

async function applyOrWait(
  scope: WriteScope,
  assignment: Assignment,
  people: number,
  changeId: string,
) {
  const nobody = { opened: 0, moved: 0, ended: 0, waiting: 0 }
  if (assignment.kind === 'offered') {
    return { ...nobody, moved: await letNobodyBeLate(scope, assignment.id, changeId) }
  }
  if (people > AT_ONCE) {
    await scope.db
      .update(assignments)
      .set({ enrollingStartedAt: scope.now, enrollingAfter: null })
      .where(eq(assignments.id, assignment.id))
    return { ...nobody, waiting: people }
  }
  const done = await applyAssignment(scope, assignment, changeId)
  await scope.db
    .update(assignments)
    .set({ reached: done.reached, enrollingStartedAt: null, enrollingAfter: null })
    .where(eq(assignments.id, assignment.id))
  return { ...done, waiting: 0 }
}

/** Only what is mandated can be overdue: those who have it by an assignment that offers it are never late. */
async function letNobodyBeLate(scope: WriteScope, id: string, changeId: string) {
  const late = await scope.db
    .select(heldFields)
    .from(enrollments)
    .where(and(eq(enrollments.assignmentId, id), isUnderWay(), isNotNull(enrollments.lateOn)))
  const deeds = late.map((held): Deed => {
    const { memberId, assignmentId, assignedOn, dueOn, inheritedDueOn } = held
    return {
      kind: 'move',
      memberId,
      held,
      grounds: { assignmentId, assignedOn, dueOn, inheritedDueOn, lateOn: null },
    }
  })
  return (await doDeeds(scope, deeds, changeId)).moved
}

/** The assignment that a form describes, once it may be made. @throws NotFound · Invalid */
export async function checkAssignment(
  scope: Scope,
  pathwayId: string,
  { kind, audience, due, graceDays }: Omit<AssignmentInput, 'version'>,
) {
  const pathway = await requirePathway(scope, pathwayId)
  if (pathway.status !== 'published') {
    throw new Invalid(null, 'Publish the pathway first; then it can be assigned.')
  }
  if (due.pathwayId === pathwayId) {
    throw new Invalid('duePathwayId', 'Choose another pathway than the one you assign.')
  }
  if (due.pathwayId !== null) await requirePathway(scope, due.pathwayId)
  return { kind, audience: await resolveAudience(scope, audience), due, graceDays }
}

/** An assignment that has not ended. @throws NotFound · Conflict */
export async function requireRunning(scope: Scope, id: string) {
  const [assignment] = await scope.db
    .select({
      pathwayId: assignments.pathwayId,
      kind: assignments.kind,
      audience: assignments.audience,
      due: assignments.due,
      graceDays: assignments.graceDays,
      version: assignments.version,
      createdAt: assignments.createdAt,
      endedAt: assignments.endedAt,
    })
    .from(assignments)
    .where(eq(assignments.id, id))
  if (!assignment) throw new NotFound('No assignment.')
  if (assignment.endedAt) throw new Conflict('This assignment has ended already.')
  return assignment
}

const passed = () =>
  new Invalid('dueOn', 'That day has passed: everybody would be late on the first day.')

async function isInForce(
  scope: Scope,
  { pathwayId, kind, audience, due }: Pick<Assignment, 'pathwayId' | 'kind' | 'audience' | 'due'>,
) {
  const running = await scope.db
    .select({ kind: assignments.kind, audience: assignments.audience, due: assignments.due })
    .from(assignments)
    .where(and(eq(assignments.pathwayId, pathwayId), isNull(assignments.endedAt)))
  return running.some(
    (row) =>
      row.kind === kind &&
      isDeepStrictEqual(row.audience, audience) &&
      isDeepStrictEqual(row.due, due),
  )
}
