import { alias, and, asc, count, desc, eq, isNull, minOf, ne, or } from '#db/query.server'
import { enrollmentRequests, enrollments, members, pathways } from '#db/schema'
import type { RequestStatus } from '#db/words'
import { dayIn } from '../calendar'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { requireOwnEnrollment } from './enrollments.server'
import { isUnderWay } from './progress.server'
import { workplacesOf } from './workplaces.server'

export type RequestFilter = { status: RequestStatus; assignmentId?: string; page: number }

export type RequestList = Awaited<ReturnType<typeof listRequests>>

/** A page of what people ask for, the oldest first where it waits; of one assignment or of all. */
export async function listRequests(scope: Scope, filter: RequestFilter) {
  authorize(scope.actor, 'pathway.assign')
  const direction = filter.status === 'waiting' ? asc : desc
  const deciders = alias(members, 'deciders')
  const [rows, total] = await Promise.all([
    scope.db
      .select({
        id: enrollmentRequests.id,
        memberId: enrollmentRequests.memberId,
        kind: enrollmentRequests.kind,
        reason: enrollmentRequests.reason,
        until: enrollmentRequests.until,
        askedAt: enrollmentRequests.askedAt,
        answer: enrollmentRequests.answer,
        dueOn: enrollments.dueOn,
        pathwayId: enrollments.pathwayId,
        pathway: pathways.title,
        givenName: members.givenName,
        familyName: members.familyName,
        deciderGiven: deciders.givenName,
        deciderFamily: deciders.familyName,
      })
      .from(enrollmentRequests)
      .innerJoin(enrollments, eq(enrollments.id, enrollmentRequests.enrollmentId))
      .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
      .innerJoin(members, eq(members.id, enrollmentRequests.memberId))
      .leftJoin(deciders, eq(deciders.id, enrollmentRequests.decidedById))
      .where(asked(filter))
      .orderBy(direction(enrollmentRequests.askedAt), direction(enrollmentRequests.id))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    countRequests(scope, filter),
  ])
  const workplaces = await workplacesOf(
    scope,
    rows.map(({ memberId }) => memberId),
  )
  return pageOf(
    rows.map(({ askedAt, givenName, familyName, deciderGiven, deciderFamily, ...row }) => ({
      ...row,
      name: fullName({ givenName, familyName }),
      workplace: workplaces.get(row.memberId) ?? null,
      askedOn: dayIn(scope.district.timeZone, askedAt),
      isOwn: row.memberId === scope.actor.id,
      decidedBy:
        deciderGiven === null
          ? null
          : fullName({ givenName: deciderGiven, familyName: deciderFamily ?? '' }),
    })),
    total,
    filter.page,
  )
}

/** How many requests there are, of one assignment or of all. */
export async function countRequests(scope: Scope, filter: Omit<RequestFilter, 'page'>) {
  const [row] = await scope.db
    .select({ count: count() })
    .from(enrollmentRequests)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentRequests.enrollmentId))
    .where(asked(filter))
  return row!.count
}

/** The condition of a filter; what is completed or has ended waits for nobody. */
const asked = ({ status, assignmentId }: Omit<RequestFilter, 'page'>) =>
  and(
    eq(enrollmentRequests.status, status),
    status === 'waiting' ? isUnderWay() : undefined,
    assignmentId ? eq(enrollments.assignmentId, assignmentId) : undefined,
  )

/** How many requests wait for somebody like the actor, who does not decide on their own, and since when. */
export async function findWaitingRequests(scope: Scope) {
  const [waiting] = await scope.db
    .select({ count: count(), since: minOf(enrollmentRequests.askedAt) })
    .from(enrollmentRequests)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentRequests.enrollmentId))
    .where(and(asked({ status: 'waiting' }), ne(enrollmentRequests.memberId, scope.actor.id)))
  return { count: waiting?.count ?? 0, since: waiting?.since ?? null }
}

export type OwnRequest = Awaited<ReturnType<typeof listOwnRequests>>[number]

/** What the actor has asked for on one of their own pathways, newest first; what waits only while it is under way. */
export const listOwnRequests = (scope: Scope, enrollmentId: string) =>
  requestsOn(scope, enrollmentId, scope.actor.id)

async function requestsOn(scope: Scope, enrollmentId: string, memberId: string) {
  const deciders = alias(members, 'deciders')
  const rows = await scope.db
    .select({
      id: enrollmentRequests.id,
      kind: enrollmentRequests.kind,
      reason: enrollmentRequests.reason,
      until: enrollmentRequests.until,
      status: enrollmentRequests.status,
      askedAt: enrollmentRequests.askedAt,
      decidedAt: enrollmentRequests.decidedAt,
      answer: enrollmentRequests.answer,
      givenName: deciders.givenName,
      familyName: deciders.familyName,
    })
    .from(enrollmentRequests)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentRequests.enrollmentId))
    .leftJoin(deciders, eq(deciders.id, enrollmentRequests.decidedById))
    .where(
      and(
        eq(enrollmentRequests.enrollmentId, enrollmentId),
        eq(enrollmentRequests.memberId, memberId),
        or(ne(enrollmentRequests.status, 'waiting'), isUnderWay()),
      ),
    )
    .orderBy(desc(enrollmentRequests.askedAt), desc(enrollmentRequests.id))
  const { timeZone } = scope.district
  return rows.map(({ askedAt, decidedAt, givenName, familyName, ...row }) => ({
    ...row,
    askedOn: dayIn(timeZone, askedAt),
    decidedOn: decidedAt && dayIn(timeZone, decidedAt),
    decidedBy: givenName === null ? null : fullName({ givenName, familyName: familyName ?? '' }),
  }))
}

/**
 * What the page begins with on which somebody is given more time or let off: who, on what, and what was
 * asked and decided before.
 *
 * @throws NotFound when it is not under way · Forbidden
 */
export async function openGranting(scope: Scope, enrollmentId: string) {
  authorize(scope.actor, 'pathway.assign')
  const [row] = await scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      assignmentId: enrollments.assignmentId,
      dueOn: enrollments.dueOn,
      pathwayId: enrollments.pathwayId,
      title: pathways.title,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .innerJoin(members, eq(members.id, enrollments.memberId))
    .where(
      and(
        eq(enrollments.id, enrollmentId),
        isNull(enrollments.completedOn),
        isNull(enrollments.endedOn),
      ),
    )
  if (!row) throw new NotFound('No enrollment.')
  const { givenName, familyName, memberId, ...enrollment } = row
  return {
    enrollment: { ...enrollment, name: fullName({ givenName, familyName }) },
    isOwn: memberId === scope.actor.id,
    requests: await requestsOn(scope, enrollmentId, memberId),
  }
}

/** What the page begins with on which an educator asks. @throws NotFound when it is not theirs */
export async function openRequests(scope: Scope, enrollmentId: string) {
  const { id, title, dueOn, completedOn } = await requireOwnEnrollment(scope, enrollmentId)
  const requests = await listOwnRequests(scope, enrollmentId)
  const waits = requests.some(({ status }) => status === 'waiting')
  const enrollment = { id, title, dueOn, isCompleted: completedOn !== null }
  return { enrollment, requests, mayAsk: completedOn === null && !waits }
}

export type Waived = Awaited<ReturnType<typeof listWaived>>[number]

/**
 * The pathways that the actor was let off and has not begun again, newest first: by whom, why, and until
 * when; at most 100.
 */
export async function listWaived(scope: Scope) {
  const deciders = alias(members, 'deciders')
  const open = alias(enrollments, 'open_enrollments')
  const rows = await scope.db
    .select({
      id: enrollmentRequests.id,
      title: pathways.title,
      reason: enrollmentRequests.reason,
      until: enrollmentRequests.until,
      decidedAt: enrollmentRequests.decidedAt,
      answer: enrollmentRequests.answer,
      givenName: deciders.givenName,
      familyName: deciders.familyName,
    })
    .from(enrollmentRequests)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentRequests.enrollmentId))
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .innerJoin(deciders, eq(deciders.id, enrollmentRequests.decidedById))
    .leftJoin(
      open,
      and(
        eq(open.memberId, enrollments.memberId),
        eq(open.pathwayId, enrollments.pathwayId),
        isNull(open.endedOn),
      )!,
    )
    .where(
      and(
        eq(enrollmentRequests.memberId, scope.actor.id),
        eq(enrollmentRequests.kind, 'waiver'),
        eq(enrollmentRequests.status, 'approved'),
        eq(enrollments.endedFor, 'waived'),
        isNull(open.id),
      ),
    )
    .orderBy(desc(enrollmentRequests.askedAt), desc(enrollmentRequests.id))
    .limit(100)
  return rows.map(({ decidedAt, givenName, familyName, ...row }) => ({
    ...row,
    decidedOn: decidedAt && dayIn(scope.district.timeZone, decidedAt),
    decidedBy: fullName({ givenName, familyName }),
  }))
}
