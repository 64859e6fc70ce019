import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  maxOf,
  notExists,
  notInArray,
  orElse,
  scalar,
  scalarNumber,
  type SQL,
  sumOf,
} from '#db/query.server'
import {
  activities,
  affiliations,
  enrollments,
  ledgerEntries,
  members,
  submissions,
} from '#db/schema'
import type { Role } from '#db/words'
import { schoolYearSpan } from '../calendar'
import { currentSchoolYear, yardstickOn } from '../credit/hours.server'
import { pageOf, window } from '../listing'
import { isOverdueToday } from '../pathways/enrolled-where.server'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { authorize, seesWholeDistrict } from '../policy'
import type { Scope } from '../scope.server'
import { listRolesOf, listStandingsOf } from './details.server'
import type { StaffNeed, StaffSort } from './staff'
import { isWaiting } from '../reviews/waiting.server'

export type StaffFilter = {
  organizationId?: string
  role?: Role
  need?: StaffNeed
  sort: StaffSort
  page: number
}

const STAFF_PAGE = 60

/** A page of the staff the actor may see: who they are, their hours this school year, and what waits. */
export async function listStaff(scope: Scope, filter: StaffFilter) {
  authorize(scope.actor, 'staff.list')
  const condition = and(affiliated(scope, filter), needs(scope, filter.need))
  const { limit, offset } = window(filter.page, STAFF_PAGE)
  const minutes = scalarNumber(minutesThisYear(scope))
  const lastOn = scalar(activities.startedOn, lastActivity(scope))
  const order = {
    name: members.sortName,
    hours: minutes,
    last: orElse(lastOn, '0001-01-01'),
  }[filter.sort.replace('-', '') as 'name' | 'hours' | 'last']
  const direction = filter.sort.startsWith('-') ? desc : asc
  const [rows, total, yardstick] = await Promise.all([
    scope.db
      .select({
        id: members.id,
        givenName: members.givenName,
        familyName: members.familyName,
        minutes,
        lastOn,
        waiting: scalarNumber(waitingCount(scope)),
      })
      .from(members)
      .where(condition)
      .orderBy(direction(order), asc(members.sortName), asc(members.id))
      .limit(limit)
      .offset(offset),
    scope.db.count(members, condition),
    yardstickOn(scope, scope.today),
  ])
  const ids = rows.map(({ id }) => id)
  const [roles, standings] = await Promise.all([
    listRolesOf(scope, ids),
    listStandingsOf(scope, ids),
  ])
  const people = rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
    roles: roles.get(row.id) ?? [],
    standing: standings.get(row.id) ?? null,
  }))
  return { ...pageOf(people, total, filter.page, STAFF_PAGE), yardstick }
}

/**
 * The members with a current affiliation where the actor may look. Where that is a part of the
 * district, the search begins at the part: its size is what a page costs, not the district's.
 */
function affiliated(scope: Scope, { organizationId, role }: StaffFilter) {
  const seesAll = seesWholeDistrict(scope.actor)
  const current = (condition?: SQL) =>
    scope.db
      .select({ id: affiliations.memberId })
      .from(affiliations)
      .where(
        and(
          condition,
          holdsOn(scope.today),
          seesAll ? undefined : inArray(affiliations.organizationId, scope.actor.supervises),
          organizationId ? eq(affiliations.organizationId, organizationId) : undefined,
          role ? eq(affiliations.role, role) : undefined,
        ),
      )
  return seesAll && !organizationId
    ? exists(current(eq(affiliations.memberId, members.id)))
    : inArray(members.id, current())
}

function needs(scope: Scope, need: StaffNeed | undefined) {
  if (need === 'waiting') return exists(waiting(scope))
  if (need === 'quiet') return notExists(loggedThisYear(scope))
  if (need === 'overdue') return exists(overdue(scope))
  return undefined
}

const waits = and(eq(submissions.memberId, members.id), isWaiting)

const waiting = (scope: Scope) =>
  scope.db.select({ id: submissions.id }).from(submissions).where(waits)

const waitingCount = (scope: Scope) =>
  scope.db.select({ count: count() }).from(submissions).where(waits)

const minutesThisYear = (scope: Scope) =>
  scope.db
    .select({ minutes: sumOf(ledgerEntries.minutes) })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.schoolYear, currentSchoolYear(scope)),
        eq(ledgerEntries.memberId, members.id),
      ),
    )

const wasSent = and(
  eq(activities.memberId, members.id),
  notInArray(activities.status, ['draft', 'withdrawn']),
)

const lastActivity = (scope: Scope) =>
  scope.db
    .select({ day: maxOf(activities.startedOn) })
    .from(activities)
    .where(wasSent)

function loggedThisYear(scope: Scope) {
  const { first } = schoolYearSpan(currentSchoolYear(scope), scope.district.schoolYearStartsOn)
  return scope.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(wasSent, gte(activities.startedOn, first)))
}

const overdue = (scope: Scope) =>
  scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(
      and(eq(enrollments.memberId, members.id), isNull(enrollments.endedOn), isOverdueToday(scope)),
    )
