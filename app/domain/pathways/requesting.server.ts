import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { assignments, enrollmentRequests, enrollments } from '#db/schema'
import type { Day } from '../calendar'
import { Conflict, Invalid, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { moveEnrollments } from './deeds.server'
import { lateOnOf } from './due'
import { endEnrollments } from './enrolling.server'
import type { AnswerInput, RequestInput } from './inputs.server'
import { isUnderWay } from './progress.server'
import { reevaluateAudiences } from './reevaluating.server'

/**
 * Asks for more time, or to be let off, on one of the actor's own pathways.
 *
 * @throws NotFound when it is not theirs, or is not under way
 * @throws Invalid when nothing is due, or the day asked for gives no more time or has passed
 * @throws Conflict when a request waits already
 */
export async function sendRequest(scope: WriteScope, enrollmentId: string, input: RequestInput) {
  const enrollment = await requireUnderWay(scope, enrollmentId)
  if (enrollment.memberId !== scope.actor.id) throw new NotFound('No enrollment.')
  authorize(scope.actor, 'pathway.join')
  checkRequest(enrollment, input, scope.today)
  if ((await scope.db.count(enrollmentRequests, waitsFor(enrollmentId))) > 0) {
    throw new Conflict('You have asked already; the coordinator has not decided yet.')
  }
  const id = await insert(scope, enrollment, input)
  await scope.record('enrollment.request_sent', id, { enrollmentId, kind: input.kind })
  return { id }
}

/**
 * Takes back a request that nobody has decided on.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Conflict when it was decided in the meantime
 */
export async function withdrawRequest(scope: WriteScope, id: string) {
  const request = await requireRequest(scope, id)
  if (request.memberId !== scope.actor.id) throw new NotFound('No request.')
  if (request.status !== 'waiting') throw new Conflict('It was decided in the meantime.')
  await scope.db
    .update(enrollmentRequests)
    .set({ status: 'withdrawn' })
    .where(eq(enrollmentRequests.id, id))
  await scope.record('enrollment.request_withdrawn', id)
}

/**
 * Decides on a request: an extension moves the due date, a waiver ends the enrollment.
 *
 * @throws NotFound · Forbidden
 * @throws Conflict when it was decided, the pathway is no longer under way, or the day until which somebody
 *   would be let off has passed
 */
export async function decideRequest(scope: WriteScope, id: string, input: AnswerInput) {
  authorize(scope.actor, 'pathway.assign')
  const request = await requireRequest(scope, id)
  if (request.memberId === scope.actor.id) {
    throw new Conflict('Somebody else decides on what you asked for yourself.')
  }
  if (request.status !== 'waiting') throw new Conflict('It was decided in the meantime.')
  if (input.decision === 'denied' && !input.answer) {
    throw new Invalid('answer', 'Say why, so that they know.')
  }
  const enrollment = await findUnderWay(scope, request.enrollmentId)
  if (!enrollment) throw new Conflict('It was completed or taken back in the meantime.')
  if (input.decision === 'approved' && hasPassed(request, scope.today)) {
    throw new Conflict('The day they asked for has passed: nothing is left to grant.')
  }
  await scope.db
    .update(enrollmentRequests)
    .set({
      status: input.decision,
      decidedById: scope.actor.id,
      decidedAt: scope.now,
      answer: input.answer ?? null,
    })
    .where(eq(enrollmentRequests.id, id))
  if (input.decision === 'approved') await grant(scope, enrollment, request)
  await scope.record('enrollment.request_decided', id, { decision: input.decision })
}

/**
 * Gives somebody more time, or lets them off, without being asked.
 *
 * @throws NotFound · Forbidden
 * @throws Invalid when nothing is due, or the day gives no more time or has passed
 */
export async function grantAtOnce(scope: WriteScope, enrollmentId: string, input: RequestInput) {
  authorize(scope.actor, 'pathway.assign')
  const enrollment = await requireUnderWay(scope, enrollmentId)
  if (enrollment.memberId === scope.actor.id) {
    throw new Conflict('Somebody else decides on your own pathways.')
  }
  checkRequest(enrollment, input, scope.today)
  const id = await insert(scope, enrollment, input, {
    status: 'approved',
    decidedById: scope.actor.id,
    decidedAt: scope.now,
  })
  await grant(scope, enrollment, { kind: input.kind, until: input.until ?? null })
  await scope.record('enrollment.request_decided', id, { decision: 'approved' })
  return { id }
}

type Enrollment = Awaited<ReturnType<typeof requireUnderWay>>

async function grant(
  scope: WriteScope,
  enrollment: Enrollment,
  { kind, until }: { kind: 'extension' | 'waiver'; until: Day | null },
) {
  const { id, assignmentId, assignedOn, dueOn, inheritedDueOn } = enrollment
  if (kind === 'waiver') {
    await endEnrollments(scope, [id], 'waived')
    await reevaluateAudiences(scope, [enrollment.memberId])
    return
  }
  const extendedTo = dueOn !== null && until !== null && until > dueOn ? until : dueOn
  const lateOn = enrollment.kind && lateOnOf(enrollment.kind, extendedTo, enrollment.graceDays ?? 0)
  await moveEnrollments(scope, [
    {
      held: { id },
      grounds: { assignmentId, assignedOn, dueOn: extendedTo, inheritedDueOn, lateOn },
    },
  ])
}

function checkRequest({ dueOn }: Enrollment, { kind, until }: RequestInput, today: Day) {
  if (hasPassed({ kind, until }, today)) {
    throw new Invalid('until', 'Choose a day to come, or none for good.')
  }
  if (kind !== 'extension') return
  if (dueOn === null) throw new Invalid('until', 'Nothing is due, so no more time is needed.')
  if (until === undefined || until <= dueOn) {
    throw new Invalid('until', 'Choose a day after the one it is due on now.')
  }
}

/** A waiver until a day that has passed would let nobody off. */
const hasPassed = (
  { kind, until }: { kind: RequestInput['kind']; until?: Day | null },
  today: Day,
) => kind === 'waiver' && until != null && until < today

async function insert(
  scope: WriteScope,
  { id: enrollmentId, memberId }: Enrollment,
  { kind, reason, until }: RequestInput,
  decided: Pick<typeof enrollmentRequests.$inferInsert, 'status' | 'decidedById' | 'decidedAt'> = {
    status: 'waiting',
  },
) {
  const id = newId()
  await scope.db.insert(enrollmentRequests).values({
    id,
    enrollmentId,
    memberId,
    kind,
    reason,
    until: until ?? null,
    askedById: scope.actor.id,
    askedAt: scope.now,
    ...decided,
  })
  return id
}

const waitsFor = (enrollmentId: string) =>
  and(eq(enrollmentRequests.enrollmentId, enrollmentId), eq(enrollmentRequests.status, 'waiting'))

async function requireUnderWay(scope: Scope, id: string) {
  const enrollment = await findUnderWay(scope, id)
  if (!enrollment) throw new NotFound('No enrollment.')
  return enrollment
}

async function findUnderWay(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      assignmentId: enrollments.assignmentId,
      assignedOn: enrollments.assignedOn,
      dueOn: enrollments.dueOn,
      inheritedDueOn: enrollments.inheritedDueOn,
      kind: assignments.kind,
      graceDays: assignments.graceDays,
    })
    .from(enrollments)
    .leftJoin(assignments, eq(assignments.id, enrollments.assignmentId))
    .where(and(eq(enrollments.id, id), isUnderWay()))
  return row ?? null
}

async function requireRequest(scope: Scope, id: string) {
  const [request] = await scope.db
    .select({
      enrollmentId: enrollmentRequests.enrollmentId,
      memberId: enrollmentRequests.memberId,
      kind: enrollmentRequests.kind,
      until: enrollmentRequests.until,
      status: enrollmentRequests.status,
    })
    .from(enrollmentRequests)
    .where(eq(enrollmentRequests.id, id))
  if (!request) throw new NotFound('No request.')
  return request
}
