import { and, asc, eq, isNull, withoutCase } from '#db/query.server'
import { assignments, enrollments, pathways } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { blockThatFits } from '../audiences/audience'
import { loadPeople } from '../audiences/people.server'
import { dueOf, lateOnOf } from './due'
import { endEnrollments, enrollMembers } from './enrolling.server'
import { requireOwnEnrollment } from './enrollments.server'
import { loadCompletions } from './situations.server'

const OFFERS_SHOWN = 20

export type Offer = Awaited<ReturnType<typeof listOffered>>[number]

/** The pathways offered to the actor that they have not joined, by title; at most 20. */
export async function listOffered(scope: Scope) {
  const offers = (await offersTo(scope)).filter(({ heldId }) => heldId === null)
  const unique = new Map(offers.map((offer) => [offer.pathwayId, offer]))
  return [...unique.values()].slice(0, OFFERS_SHOWN)
}

/**
 * Joins a pathway that is offered.
 *
 * @param assignmentId the assignment that offers it
 * @returns the enrollment
 * @throws NotFound when it is not offered to the actor
 * @throws Conflict when they are on it already
 */
export async function joinPathway(scope: WriteScope, assignmentId: string) {
  authorize(scope.actor, 'pathway.join')
  const offer = (await offersTo(scope)).find(({ id }) => id === assignmentId)
  if (!offer) throw new NotFound('No such offer.')
  const grounds = {
    pathwayId: offer.pathwayId,
    assignmentId,
    assignedOn: scope.today,
    dueOn: offer.dueOn,
    inheritedDueOn: null,
    lateOn: null,
  }
  const enrolled = await enrollMembers(scope, grounds, [scope.actor.id])
  if (enrolled === 0) throw new Conflict('You are on this pathway already.')
  return newestOf(scope, offer.pathwayId)
}

/**
 * Goes through a pathway anew when the completion lapses soon or has lapsed. The old completion counts
 * as current until it lapses, and the new one is due by then; where it has lapsed, that day is none.
 *
 * @returns the new enrollment
 * @throws NotFound when the enrollment is not the actor's own
 * @throws Conflict when the completion holds for longer
 */
export async function startAgain(scope: WriteScope, enrollmentId: string) {
  authorize(scope.actor, 'pathway.join')
  const { pathwayId, mayStartAgain, expiresOn } = await requireOwnEnrollment(scope, enrollmentId)
  if (!mayStartAgain) throw new Conflict('Your completion still holds; there is nothing to renew.')
  const [row] = await scope.db
    .select({
      assignmentId: enrollments.assignmentId,
      kind: assignments.kind,
      graceDays: assignments.graceDays,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .leftJoin(assignments, eq(assignments.id, enrollments.assignmentId))
    .where(and(eq(enrollments.id, enrollmentId), eq(pathways.status, 'published')))
  if (!row) throw new Conflict('This pathway is no longer offered.')
  await endEnrollments(scope, [enrollmentId], 'started_again')
  const { assignmentId, kind, graceDays } = row
  const dueOn = expiresOn !== null && expiresOn >= scope.today ? expiresOn : null
  const grounds = {
    pathwayId,
    assignmentId,
    assignedOn: assignmentId && scope.today,
    dueOn,
    inheritedDueOn: null,
    lateOn: kind && lateOnOf(kind, dueOn, graceDays ?? 0),
  }
  await enrollMembers(scope, grounds, [scope.actor.id])
  return newestOf(scope, pathwayId)
}

/** What is offered to the actor, with what they hold of it. */
async function offersTo(scope: Scope) {
  const rows = await scope.db
    .select({
      id: assignments.id,
      pathwayId: assignments.pathwayId,
      title: pathways.title,
      description: pathways.description,
      audience: assignments.audience,
      due: assignments.due,
      heldId: enrollments.id,
    })
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.pathwayId, assignments.pathwayId),
        eq(enrollments.memberId, scope.actor.id),
        isNull(enrollments.endedOn),
      )!,
    )
    .where(
      and(
        isNull(assignments.endedAt),
        eq(assignments.kind, 'offered'),
        eq(pathways.status, 'published'),
      ),
    )
    .orderBy(asc(withoutCase(pathways.title)), asc(assignments.id))
  const audiences = rows.map(({ audience }) => audience)
  const [[person], completionOf] = await Promise.all([
    loadPeople(scope, [scope.actor.id], audiences),
    loadCompletions(scope, rows, [scope.actor.id]),
  ])
  if (!person) return []
  const { schoolYearStartsOn } = scope.district
  return rows
    .filter(({ audience }) => blockThatFits(audience, person, scope.today) !== null)
    .map(({ audience: _, due, ...offer }) => ({
      ...offer,
      dueOn: dueOf(due, {
        assignedOn: scope.today,
        hiredOn: person.hiredOn,
        otherCompletedOn: due.pathwayId && completionOf(person.id, due.pathwayId),
        schoolYearStartsOn,
      }).dueOn,
    }))
}

async function newestOf(scope: Scope, pathwayId: string) {
  const [row] = await scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.pathwayId, pathwayId),
        eq(enrollments.memberId, scope.actor.id),
        isNull(enrollments.endedOn),
      ),
    )
  return row!
}
