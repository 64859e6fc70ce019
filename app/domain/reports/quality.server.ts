import {
  and,
  count,
  countWhere,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
} from '#db/query.server'
import {
  activities,
  affiliations,
  goals,
  members,
  organizations,
  rosterImports,
  submissions,
} from '#db/schema'
import type { Role } from '#db/words'
import { addDays, endOfDay } from '../calendar'
import { holdsOn } from '../people/actor.server'
import { authorize, can, decidesForWholeDistrict } from '../policy'
import type { RejectedRow } from '../roster/roster'
import type { Scope } from '../scope.server'
import { isWaiting } from '../reviews/waiting.server'
import { ROUNDED, toldAll } from './telling'

/** A draft that nobody touched for more days than this is old. */
export const OLD_DRAFT_DAYS = 90

/**
 * What is missing or left lying in the rows that the report is made of, as of now: counts, never persons,
 * and where the actor may mend it. Who may not open persons' records sees none of fewer than five, and
 * all others to the nearest five, but for the schools.
 *
 * @throws Forbidden
 */
export async function checkQuality(scope: Scope) {
  authorize(scope.actor, 'report.view')
  const { actor } = scope
  const counts = await scope.db.keepUntilWritten(`quality/${scope.today}`, () => countGaps(scope))
  const { withoutBand, rosterId, ...people } = counts
  const isRounded = !can(actor, 'report.exact')
  return {
    ...(isRounded ? toldAll(people, ROUNDED.count) : people),
    withoutBand,
    rosterId,
    isRounded,
    can: {
      editPeople: can(actor, 'affiliation.edit'),
      importRoster: can(actor, 'roster.import'),
      decide: can(actor, 'queue.view') && decidesForWholeDistrict(actor),
      editSchools: can(actor, 'settings.edit'),
    },
  }
}

async function countGaps(scope: Scope) {
  const [unsent, people, schools, roster, late, overdue] = await Promise.all([
    countActivities(scope),
    countPeople(scope),
    countSchools(scope),
    readLastRoster(scope),
    scope.db.count(submissions, and(isWaiting, lt(submissions.dueOn, scope.today))),
    scope.db.count(goals, and(eq(goals.status, 'open'), lt(goals.dueOn, scope.today))),
  ])
  return { ...unsent, ...people, ...schools, ...roster, late, overdue }
}

/** Activities that stand under no school: by the index of the schools these are few. */
async function countActivities(scope: Scope) {
  const { timeZone } = scope.district
  const before = endOfDay(addDays(scope.today, -OLD_DRAFT_DAYS - 1), timeZone)
  const isDraft = eq(activities.status, 'draft')
  const [row] = await scope.db
    .select({
      /** Sent, and counted for no school. */
      withoutSchool: countWhere(ne(activities.status, 'draft')),
      /** Not sent yet, and without a day: what sending asks for. */
      withoutDay: countWhere(and(isDraft, isNull(activities.startedOn))),
      oldDrafts: countWhere(and(isDraft, lt(activities.updatedAt, before))),
    })
    .from(activities)
    .where(isNull(activities.organizationId))
  return row!
}

async function countPeople(scope: Scope) {
  const asks = inArray(affiliations.role, ASKED_FOR_HOURS)
  const [withoutHireDate, atNoSchool] = await Promise.all([
    scope.db.count(members, and(isNull(members.hiredOn), exists(held(scope)))),
    scope.db.count(
      members,
      and(
        exists(held(scope, asks)),
        notExists(held(scope, and(asks, ne(organizations.kind, 'district')))),
      ),
    ),
  ])
  return { withoutHireDate, atNoSchool }
}

const ASKED_FOR_HOURS: Role[] = ['educator', 'coach']

/** The affiliations of a member that hold today, as a query inside one of members. */
const held = (scope: Scope, condition?: SQL) =>
  scope.db
    .select({ id: affiliations.id })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(eq(affiliations.memberId, members.id), holdsOn(scope.today), condition))

async function countSchools(scope: Scope) {
  const [row] = await scope.db
    .select({ withoutBand: count() })
    .from(organizations)
    .where(
      and(
        eq(organizations.kind, 'school'),
        isNull(organizations.closedOn),
        or(isNull(organizations.gradeBand), isNull(organizations.povertyBand)),
      ),
    )
  return row!
}

/** The people of the last roster that was applied whose rows could not be read. */
async function readLastRoster(scope: Scope) {
  const [last] = await scope.db
    .select({ id: rosterImports.id, rejected: rosterImports.rejected })
    .from(rosterImports)
    .where(eq(rosterImports.status, 'applied'))
    .orderBy(desc(rosterImports.createdAt), desc(rosterImports.id))
    .limit(1)
  const rejected = (last?.rejected ?? []) as RejectedRow[]
  const rows = rejected.filter(({ file }) => file === PEOPLE_FILE).map(({ row }) => row)
  return { rosterId: last?.id ?? null, unmatched: new Set(rows).size }
}

const PEOPLE_FILE = 'users.csv'
