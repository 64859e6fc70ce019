import { and, eq, inArray, lt, or, type SQL } from '#db/query.server'
import { affiliations, organizations, submissions } from '#db/schema'
import { groupBy } from '../grouping'
import { holdsOn } from '../people/actor.server'
import { authorize, decidesForWholeDistrict } from '../policy'
import type { Scope } from '../scope.server'
import { listQueuePlaces, sentFrom } from './places.server'
import { decidableBy, pageOfQueue } from './queue.server'

export type QueueFilter = {
  /** A school with its departments, or the district's own offices. */
  organizationId?: string
  /** Everything the actor may decide on, not only what waits for them in person. */
  all?: boolean
  page: number
}

/**
 * A page of what waits for the actor, oldest first; with how much else they may decide on, and the schools
 * to narrow it by.
 */
export async function listWaiting(scope: Scope, { organizationId, all, page }: QueueFilter) {
  authorize(scope.actor, 'queue.view')
  const decidable = and(decidableBy(scope.actor), await sentFrom(scope, organizationId))
  const mine = and(decidable, await waitingFor(scope))
  const [list, waiting, inAll, places] = await Promise.all([
    pageOfQueue(scope, all ? decidable : mine, page),
    scope.db.count(submissions, mine),
    scope.db.count(submissions, decidable),
    listQueuePlaces(scope, organizationId),
  ])
  return {
    ...list,
    all: all ?? false,
    organizationId: organizationId ?? null,
    waiting,
    inAll,
    places,
  }
}

/**
 * What waits for the actor in person: what they supervise, and for an administrator also what is
 * overdue, and what has no principal to decide on it (see `listReviewers`).
 */
export async function waitingFor(scope: Scope): Promise<SQL | undefined> {
  const { actor, today } = scope
  const supervised = inArray(submissions.organizationId, actor.supervises)
  const mine = decidesForWholeDistrict(actor)
    ? or(supervised, lt(submissions.dueOn, today), await withoutPrincipal(scope))
    : supervised
  return and(decidableBy(actor), mine)
}

/** Submissions from where there is no principal, and those of a principal who is the only one there. */
async function withoutPrincipal(scope: Scope) {
  const isPrincipal = and(eq(affiliations.role, 'principal'), holdsOn(scope.today))
  const [places, principals, own] = await Promise.all([
    scope.db.select({ id: organizations.id, path: organizations.path }).from(organizations),
    scope.db
      .select({ memberId: affiliations.memberId, organizationId: affiliations.organizationId })
      .from(affiliations)
      .where(isPrincipal),
    scope.db
      .select({
        id: submissions.id,
        memberId: submissions.memberId,
        organizationId: submissions.organizationId,
      })
      .from(submissions)
      .where(
        and(
          decidableBy(scope.actor),
          inArray(
            submissions.memberId,
            scope.db.select({ id: affiliations.memberId }).from(affiliations).where(isPrincipal),
          ),
        ),
      ),
  ])
  const principalsAt = groupBy(principals, ({ organizationId }) => organizationId)
  const above = new Map(
    places.map(({ id, path }) => [id, path.split('/').flatMap((at) => principalsAt.get(at) ?? [])]),
  )
  const bare = places.filter(({ id }) => above.get(id)!.length === 0)
  const alone = own.filter(({ memberId, organizationId }) =>
    above.get(organizationId)!.every((principal) => principal.memberId === memberId),
  )
  return or(
    inArray(
      submissions.organizationId,
      bare.map(({ id }) => id),
    ),
    inArray(
      submissions.id,
      alone.map(({ id }) => id),
    ),
  )
}
