import { and, asc, eq, exists, gt, inArray, lte, notExists, type SQL } from '#db/query.server'
import { enrollments, members, pathways } from '#db/schema'
import { addDays, type Day } from '../calendar'
import { NotFound } from '../errors'
import { pageOf, pageWithin, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { audienceMembers, wasCurrent, wasOpen } from './audience.server'
import { requireOrganization } from './queries.server'
import { EXPIRING_DAYS, type PeopleState } from './readiness'

export type PeopleFilter = {
  organizationId: string
  pathwayId: string
  state: PeopleState
  /** Only those who were hired after the pathway was assigned. */
  isNew?: boolean
  asOf: Day
  page: number
}

export type ReadinessPeople = Awaited<ReturnType<typeof listReadinessPeople>>

/**
 * The people behind one count of readiness, by name and in no other order. Of an earlier day nothing is
 * told that came later: no steps, which are known as they are today, and no completion that was to come.
 *
 * @throws NotFound when the actor may not look into the organization, or the pathway is not there
 */
export async function listReadinessPeople(scope: Scope, filter: PeopleFilter) {
  authorize(scope.actor, 'staff.list')
  const { pathwayId, asOf, state } = filter
  const organization = await requireOrganization(scope, filter.organizationId)
  const [pathway] = await scope.db
    .select({ id: pathways.id, title: pathways.title })
    .from(pathways)
    .where(eq(pathways.id, pathwayId))
  if (!pathway) throw new NotFound('No pathway.')

  const audience = await audienceMembers(scope, asOf, { pathwayId, within: organization.path })
  const isNew = filter.isNew ?? false
  if (!audience) return { pathway, state, isNew, asOf, people: pageOf([], 0, 1) }
  const condition = and(
    inArray(members.id, audience.query),
    filter.isNew ? gt(members.hiredOn, audience.assignedOn) : undefined,
    stateOn(scope, filter),
  )
  const total = await scope.db.count(members, condition)
  const page = pageWithin(filter.page, total)
  const { limit, offset } = window(page)
  const rows = await scope.db
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
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.memberId, members.id),
        eq(enrollments.pathwayId, pathwayId),
        wasOpen(asOf),
      )!,
    )
    .where(condition)
    .orderBy(asc(members.sortName), asc(members.id))
    .limit(limit)
    .offset(offset)
  const named = rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    dueOn: row.dueOn,
    ...knownOn(scope, asOf, row),
  }))
  return { pathway, state, isNew, asOf, people: pageOf(named, total, page) }
}

type Progress = {
  stepsCompleted: number | null
  stepsRequired: number | null
  completedOn: Day | null
  expiresOn: Day | null
}

/** What could be known of somebody's progress on the day. */
function knownOn({ today }: Scope, asOf: Day, row: Progress) {
  const { stepsCompleted, stepsRequired, completedOn, expiresOn } = row
  const isCompleted = completedOn !== null && completedOn <= asOf
  return {
    steps:
      asOf < today || stepsCompleted === null || stepsRequired === null
        ? null
        : { completed: stepsCompleted, required: stepsRequired },
    completedOn: isCompleted ? completedOn : null,
    expiresOn: isCompleted ? expiresOn : null,
  }
}

/** The SQL twin of the counts: whether somebody has an enrollment in the state on the day. */
function stateOn(scope: Scope, { pathwayId, state, asOf }: PeopleFilter) {
  const having = (condition: SQL) =>
    scope.db
      .select({ id: enrollments.id })
      .from(enrollments)
      .where(
        and(
          eq(enrollments.memberId, members.id),
          eq(enrollments.pathwayId, pathwayId),
          lte(enrollments.enrolledOn, asOf),
          condition,
        ),
      )
  const open = having(wasOpen(asOf))
  const engaged = having(and(wasOpen(asOf), lte(enrollments.engagedOn, asOf))!)
  const demonstrated = having(lte(enrollments.completedOn, asOf))
  const current = having(wasCurrent(asOf))
  return {
    assigned: exists(open),
    engaged: exists(engaged),
    demonstrated: exists(demonstrated),
    current: exists(current),
    not_assigned: and(notExists(open), notExists(demonstrated)),
    under_way: and(exists(engaged), notExists(demonstrated)),
    not_engaged: and(exists(open), notExists(engaged), notExists(demonstrated)),
    lapsed: and(exists(demonstrated), notExists(current)),
    expiring: exists(
      having(and(wasCurrent(asOf), lte(enrollments.expiresOn, addDays(asOf, EXPIRING_DAYS)))!),
    ),
  }[state]
}
