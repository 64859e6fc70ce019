import { and, asc, desc, eq, inArray, ne } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import { addDays, type Day, daysBetween } from '../calendar'
import { Invalid } from '../errors'
import type { Scope } from '../scope.server'
import { holdsOn } from './actor.server'
import { fullName } from './name'

/**
 * How many days before the first affiliation learning still belongs to the district: the summer of
 * orientation before the first day of work.
 */
export const DAYS_BEFORE_THE_FIRST = 120

/**
 * Where a member's work on a day belongs: the organization of the affiliation that held then, or,
 * for a day no affiliation covers, of the one nearest to it. Schools come before the district.
 *
 * @returns the organization's id, or null for a member who never had an affiliation
 */
export async function organizationOn(scope: Scope, memberId: string, day: Day) {
  return nearest(await listPeriods(scope, memberId), day)
}

/**
 * Like `organizationOn`, for work that counts in this district only if its member was here: not before
 * the day of hire and the first affiliation, less `DAYS_BEFORE_THE_FIRST`, nor after the last has ended.
 *
 * @param field the field of the form that holds the day
 * @throws Invalid at that field
 */
export async function requireOrganizationOn(
  scope: Scope,
  memberId: string,
  day: Day,
  field: string,
) {
  const periods = await listPeriods(scope, memberId)
  const organizationId = nearest(periods, day)
  if (!organizationId || !isWithin(periods, day)) {
    throw new Invalid(
      field,
      'You were not with this district on that day. Check the year; if it is right, ask an administrator to correct your first and last day here.',
    )
  }
  return organizationId
}

type Period = { startedOn: Day; endedOn: Day | null }

async function listPeriods(scope: Scope, memberId: string) {
  const rows = await scope.db
    .select({
      organizationId: affiliations.organizationId,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
      kind: organizations.kind,
      hiredOn: members.hiredOn,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .where(eq(affiliations.memberId, memberId))
    .orderBy(desc(affiliations.startedOn), asc(affiliations.id))
  return rows.filter(({ startedOn, endedOn }) => endedOn === null || endedOn >= startedOn)
}

type Listed = Awaited<ReturnType<typeof listPeriods>>

function nearest(periods: Listed, day: Day) {
  const away = periods.map((period) => daysAway(period, day))
  const least = Math.min(...away)
  const candidates = periods.filter((_, index) => away[index] === least)
  const chosen = candidates.find(({ kind }) => kind !== 'district') ?? candidates[0]
  return chosen?.organizationId ?? null
}

function daysAway({ startedOn, endedOn }: Period, day: Day) {
  if (day < startedOn) return daysBetween(day, startedOn)
  return endedOn !== null && endedOn < day ? daysBetween(endedOn, day) : 0
}

function isWithin(periods: Listed, day: Day) {
  const firsts = periods.flatMap(({ startedOn, hiredOn }) => [startedOn, hiredOn ?? startedOn])
  const [first] = firsts.toSorted()
  const isNotOver = periods.some(({ endedOn }) => endedOn === null || endedOn >= day)
  return first !== undefined && isNotOver && day >= addDays(first, -DAYS_BEFORE_THE_FIRST)
}

export type Reviewer = { id: string; name: string }

/** Who decides on what a member sends: the principals above, or else the administrators. */
export async function listReviewers(
  scope: Scope,
  organizationId: string,
  memberId: string,
): Promise<Reviewer[]> {
  const [organization] = await scope.db
    .select({ path: organizations.path })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  const above = organization?.path.split('/').filter(Boolean) ?? []
  const principals = await holders(
    scope,
    memberId,
    and(eq(affiliations.role, 'principal'), inArray(affiliations.organizationId, above)),
  )
  if (principals.length > 0) return principals
  return holders(scope, memberId, eq(affiliations.role, 'administrator'))
}

async function holders(scope: Scope, exceptId: string, which: ReturnType<typeof and>) {
  const rows = await scope.db
    .selectDistinct({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      sortName: members.sortName,
    })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .where(and(which, holdsOn(scope.today), ne(members.id, exceptId)))
    .orderBy(asc(members.sortName), asc(members.id))
  return rows.map((row) => ({ id: row.id, name: fullName(row) }))
}
