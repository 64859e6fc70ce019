import {
  and,
  count,
  countWhere,
  eq,
  flagOf,
  gte,
  lt,
  lte,
  minOf,
  minus,
  ne,
  sumOf,
} from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import { addDays, type Day, dayIn, endOfDay, schoolYearOf } from '../calendar'
import { waitedAt } from '../reviews/standing-then.server'
import { isWaiting } from '../reviews/waiting.server'
import type { Scope } from '../scope.server'
import { sumUntil } from '../settled.server'
import { daysUntil, lastDayAt, lastDayOfDecision } from './clock.server'

/** The decisions made on what was sent under one organization. */
export type Decided = {
  organizationId: string
  decided: number
  /** Decided by the last day that the clock allows. */
  inTime: number
  /** How many took so many days, by the days. */
  byDays: ReadonlyMap<number, number>
}

/**
 * The decisions of a span of days by organization, and how long they took: each that was made, also where
 * it was taken back later.
 */
export const decisionsByPlace = (scope: Scope, from: Day, until: Day): Promise<Decided[]> =>
  sumUntil(scope, `decisionsByPlace/${scope.district.timeZone}/${from}`, until, {
    sum: (span) => sumDecisions(scope, later(addDays(from, -1), span.after), span.until),
    add: (one, other) => (other.length === 0 ? one : merged([...one, ...other])),
  })

const later = (day: Day, other: Day = day) => (day > other ? day : other)

async function sumDecisions(scope: Scope, after: Day, until: Day): Promise<Decided[]> {
  if (until <= after) return []
  const { timeZone, schoolYearStartsOn } = scope.district
  const dayOf = daysUntil(scope, schoolYearOf(until, schoolYearStartsOn))
  const decidedOn = dayOf(reviews.decidedAt)
  const made = scope.db
    .select({
      organizationId: submissions.organizationId,
      days: minus(decidedOn, dayOf(submissions.submittedAt)).as('days'),
      inTime: flagOf(lte(decidedOn, lastDayOfDecision(scope))).as('in_time'),
    })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(
      and(
        gte(reviews.decidedAt, endOfDay(after, timeZone)),
        lt(reviews.decidedAt, endOfDay(until, timeZone)),
        ne(reviews.decision, 'reopened'),
      ),
    )
    .as('made')
  const rows = await scope.db
    .selectFrom(made, {
      organizationId: made.organizationId,
      days: made.days,
      decided: count(),
      inTime: sumOf(made.inTime),
    })
    .groupBy(() => [made.organizationId, made.days])
  return merged(
    rows.map(({ days, ...row }) => ({
      ...row,
      byDays: new Map([[Math.max(0, days), row.decided]]),
    })),
  )
}

function merged(all: Decided[]): Decided[] {
  const byPlace = new Map<string, Decided & { byDays: Map<number, number> }>()
  for (const { organizationId, decided, inTime, byDays } of all) {
    const sum = byPlace.get(organizationId) ?? {
      organizationId,
      decided: 0,
      inTime: 0,
      byDays: new Map<number, number>(),
    }
    sum.decided += decided
    sum.inTime += inTime
    for (const [days, count] of byDays) sum.byDays.set(days, (sum.byDays.get(days) ?? 0) + count)
    byPlace.set(organizationId, sum)
  }
  return [...byPlace.values()]
}

/** What waited for a decision at the end of a day, by organization. */
export async function waitingByPlace(scope: Scope, asOf: Day) {
  const { timeZone } = scope.district
  const end = endOfDay(asOf, timeZone)
  const isNow = asOf === scope.today
  const rows = await scope.db
    .select({
      organizationId: submissions.organizationId,
      waiting: count(),
      late: countWhere(isNow ? lt(submissions.dueOn, asOf) : lt(lastDayAt(scope, end), asOf)),
      oldest: minOf(submissions.submittedAt),
    })
    .from(submissions)
    .where(isNow ? isWaiting : waitedAt(scope, end))
    .groupBy(submissions.organizationId)
  return rows.map(({ oldest, ...row }) => ({
    ...row,
    oldestOn: oldest && dayIn(timeZone, oldest),
  }))
}
