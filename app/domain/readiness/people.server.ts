import { and, asc, eq, exists, gt, inArray, isNull, not, or, startsWith, lte, isNotNull } from '#db/query.server'
import { assignments, enrollments, members, organizations, pathways } from '#db/schema'
import { affiliations } from '#db/schema'
import type { Day } from '../calendar'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { inAudience, inForce, wasCurrent } from './audience.server'
import { requireOrganization } from './queries.server'
import type { PeopleState } from './readiness'

export type PeopleFilter = {
  organizationId: string
  pathwayId: string
  state: PeopleState
  asOf: Day
  page: number
}

/**
 * The people behind one count of readiness, by name and in no other order.
 *
 * @throws NotFound when the actor may not look into the organization, or the pathway is not there
 */
export async function listReadinessPeople(scope: Scope, filter: PeopleFilter) {
  authorize(scope.actor, 'staff.list')
  const { pathwayId, asOf } = filter
  const organization = await requireOrganization(scope, filter.organizationId)
  const [pathway] = await scope.db
    .select({ id: pathways.id, title: pathways.title })
    .from(pathways)
    .where(eq(pathways.id, pathwayId))
  if (!pathway) throw new NotFound('No pathway.')

  const audience = inArray(
    members.id,
    inAudience(scope, asOf, { id: affiliations.memberId }).where(
      and(
        inForce(scope, asOf),
        eq(assignments.pathwayId, pathwayId),
        startsWith(organizations.path, organization.path),
      ),
    ),
  )
  const condition = and(audience, stateOn(scope, filter))
  const people = () =>
    scope.db
      .select({
        id: members.id,
        givenName: members.givenName,
        familyName: members.familyName,
        stepsCompleted: enrollments.stepsCompleted,
        stepsRequired: enrollments.stepsRequired,
        dueOn: enrollments.dueOn,
        completedOn: enrollments.completedOn,
        expiresOn: enrollments.expiresOn,
      })
      .from(members)
      .leftJoin(enrollments, openEnrollment(filter))
  const [rows, total] = await Promise.all([
    people()
      .where(condition)
      .orderBy(asc(members.sortName), asc(members.id))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    scope.db.count(members, condition),
  ])
  const named = rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
  }))
  return { pathway, people: pageOf(named, total, filter.page) }
}
