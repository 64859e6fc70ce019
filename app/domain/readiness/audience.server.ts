import {
  and,
  anyWhere,
  count,
  countWhere,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  notInArray,
  or,
  pathDownTo,
  startsWith,
  sumOf,
} from '#db/query.server'
import { affiliations, enrollments, members, organizations } from '#db/schema'
import { audienceByPlace } from '../audiences/audience.server'
import { addDays, type Day, dayIn } from '../calendar'
import { groupBy } from '../grouping'
import { onLeave } from '../leaves/on-leave.server'
import { placePath } from '../people/places.server'
import type { Scope } from '../scope.server'
import { assignmentsInForce, type InForce } from './in-force.server'
import { type Counts, EXPIRING_DAYS, type Newcomers } from './readiness'

/** What places are: schools with their departments and all that is in none, or the district as one place. */
type By = 'school' | 'district'

/**
 * The counts of each pathway on a day, over the people in its audience; each person counts once in a
 * place, which is told by its path; the district by none. Who is on leave on the day is in no count.
 *
 * @param options.within the path of the organization whose subtree is asked for; all when absent
 */
export async function countAudiences(scope: Scope, day: Day, options: { by: By; within?: string }) {
  const { by, within = '' } = options
  return scope.db.keepUntilWritten(`audiences/${day}/${by}/${within}`, () =>
    computeAudiences(scope, day, options),
  )
}

async function computeAudiences(scope: Scope, day: Day, options: { by: By; within?: string }) {
  const inForce = groupBy(await assignmentsInForce(scope, day), ({ pathwayId }) => pathwayId)
  const counted = []
  for (const own of inForce.values()) counted.push(...(await countOne(scope, day, own, options)))
  return counted
}

/** As `countAudiences`, of one pathway; nothing where nobody was given it then. */
export async function countAudience(
  scope: Scope,
  day: Day,
  { pathwayId, ...options }: { pathwayId: string; by: By; within?: string },
) {
  const own = await assignmentsInForce(scope, day, pathwayId)
  return own.length === 0 ? [] : countOne(scope, day, own, options)
}

async function countOne(
  scope: Scope,
  day: Day,
  own: InForce[],
  options: { by: By; within?: string },
) {
  const people = await peopleIn(scope, day, own, options)
  const rows = await scope.db
    .selectFrom(people, {
      place: people.place,
      isNew: people.isNew,
      isAway: people.isAway,
      audience: count(),
      assigned: sumOf(people.assigned),
      engaged: sumOf(people.engaged),
      demonstrated: sumOf(people.demonstrated),
      current: sumOf(people.current),
      expiring: sumOf(people.expiring),
      underWay: countWhere(and(eq(people.engaged, 1), eq(people.demonstrated, 0))),
      notBegun: countWhere(
        and(eq(people.assigned, 1), eq(people.engaged, 0), eq(people.demonstrated, 0)),
      ),
    })
    .groupBy(() => [people.place, people.isNew, people.isAway])
  const { pathwayId, pathway } = own[0]!
  return [...groupBy(rows, ({ place }) => place)].map(([place, groups]) => {
    const here = groups.filter(({ isAway }) => isAway === 0)
    const newcomers = here.filter(({ isNew }) => isNew === 1)
    return {
      pathwayId,
      pathway,
      place,
      ...addUp(here),
      newcomers: addUp(newcomers) satisfies Newcomers,
      /** Who is in the audience and on leave: part of no count. */
      onLeave: groups.reduce((sum, row) => sum + (row.isAway ? row.audience : 0), 0),
    }
  })
}

function addUp(rows: Counts[]): Counts {
  const sum = Object.fromEntries(COUNTED.map((count) => [count, 0])) as Counts
  for (const row of rows) for (const count of COUNTED) sum[count] += row[count]
  return sum
}

const COUNTED = [
  'audience',
  'assigned',
  'engaged',
  'demonstrated',
  'current',
  'expiring',
  'underWay',
  'notBegun',
] as const satisfies (keyof Counts)[]

/**
 * A row for each person of an audience in a place, with the states they are in: whoever works in two
 * departments, or has an enrollment that was completed and a new one, is one row still.
 */
async function peopleIn(
  scope: Scope,
  day: Day,
  own: InForce[],
  { by, within }: { by: By; within?: string },
) {
  const place = (by === 'district' ? pathDownTo(organizations.path, 0) : await placePath(scope)).as(
    'place',
  )
  return scope.db
    .select({
      place,
      isNew: anyWhere(gt(members.hiredOn, assignedOn(scope, own))).as('is_new'),
      isAway: anyWhere(inArray(affiliations.memberId, onLeave(scope, day))).as('is_away'),
      assigned: anyWhere(wasOpen(day)).as('assigned'),
      engaged: anyWhere(and(wasOpen(day), lte(enrollments.engagedOn, day))).as('engaged'),
      demonstrated: anyWhere(lte(enrollments.completedOn, day)).as('demonstrated'),
      current: anyWhere(wasCurrent(day)).as('current'),
      expiring: anyWhere(
        and(wasCurrent(day), lte(enrollments.expiresOn, addDays(day, EXPIRING_DAYS))),
      ).as('expiring'),
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.memberId, affiliations.memberId),
        eq(enrollments.pathwayId, own[0]!.pathwayId),
        lte(enrollments.enrolledOn, day),
      )!,
    )
    .where(await audienceOn(scope, day, own, within))
    .groupBy(() => [place, affiliations.memberId])
    .as('people')
}

/** The day on which the first of some assignments was made: who was hired later is new to the pathway. */
const assignedOn = ({ district }: Scope, own: InForce[]) =>
  dayIn(district.timeZone, new Date(Math.min(...own.map(({ createdAt }) => createdAt.getTime()))))

/**
 * The ids of the people in the audience of one pathway on a day, as a query, without those on leave then;
 * null for nobody.
 */
export async function audienceMembers(
  scope: Scope,
  day: Day,
  options: { pathwayId: string; within: string },
) {
  const own = await assignmentsInForce(scope, day, options.pathwayId)
  if (own.length === 0) return null
  return {
    assignedOn: assignedOn(scope, own),
    query: scope.db
      .select({ memberId: affiliations.memberId })
      .from(affiliations)
      .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
      .where(
        and(
          await audienceOn(scope, day, own, options.within),
          notInArray(affiliations.memberId, onLeave(scope, day)),
        ),
      ),
  }
}

/** Whom the rules of the assignments of a pathway fit; of an offered one, who had joined. */
async function audienceOn(scope: Scope, day: Day, own: InForce[], within: string | undefined) {
  const asOf = { ...scope, today: day }
  const joined = scope.db
    .select({ memberId: enrollments.memberId })
    .from(enrollments)
    .where(and(eq(enrollments.pathwayId, own[0]!.pathwayId), wasOpen(day)))
  const fitting = await Promise.all(
    own.map(async ({ kind, audience }) =>
      and(
        await audienceByPlace(asOf, audience),
        kind === 'offered' ? inArray(affiliations.memberId, joined) : undefined,
      ),
    ),
  )
  return and(
    or(...fitting),
    within === undefined ? undefined : startsWith(organizations.path, within),
  )
}

/** On the pathway on a day: enrolled, and not taken back or followed by a new enrollment. */
export const wasOpen = (day: Day) =>
  and(
    lte(enrollments.enrolledOn, day),
    or(isNull(enrollments.endedOn), gt(enrollments.endedOn, day)),
  )!

/** Completed by a day, and not expired then; a renewal under way does not end it. */
export const wasCurrent = (day: Day) =>
  and(
    lte(enrollments.completedOn, day),
    or(isNull(enrollments.expiresOn), gt(enrollments.expiresOn, day)),
  )!
