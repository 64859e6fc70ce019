import { and, count, countWhere, eq, gte, isNull, lt, minOf, ne, or } from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import { addDays, type Day, dayIn, daysBetween, endOfDay } from '../calendar'
import { waitedAt } from '../reviews/standing-then.server'
import type { Scope } from '../scope.server'
import { sumUntil } from '../settled.server'
import { isWaiting } from '../reviews/waiting.server'
import { clocksThen } from './clock.server'

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

const clocked = {
  id: submissions.id,
  organizationId: submissions.organizationId,
  submittedAt: submissions.submittedAt,
  dueOn: submissions.dueOn,
  reopenedAt: submissions.reopenedAt,
}

async function sumDecisions(scope: Scope, after: Day, until: Day): Promise<Decided[]> {
  if (until <= after) return []
  const { timeZone } = scope.district
  const rows = await scope.db
    .select({
      ...clocked,
      decidedAt: reviews.decidedAt,
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
  const dueOnThen = await clocksThen(
    scope,
    rows.map((row) => ({ ...row, moment: row.decidedAt })),
  )
  return merged(
    rows.map(({ decidedAt, ...submission }) => {
      const { organizationId, submittedAt } = submission
      const decidedOn = dayIn(timeZone, decidedAt)
      const days = Math.max(0, daysBetween(dayIn(timeZone, submittedAt), decidedOn))
      const inTime = decidedOn <= dueOnThen(submission, decidedAt) ? 1 : 0
      return { organizationId, decided: 1, inTime, byDays: new Map([[days, 1]]) }
    }),
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
  const waits = isNow ? isWaiting : waitedAt(scope, end)
  const isClockOfThen = isNow
    ? undefined
    : or(isNull(submissions.reopenedAt), lt(submissions.reopenedAt, end))
  const rows = await scope.db
    .select({
      organizationId: submissions.organizationId,
      waiting: count(),
      late: countWhere(and(lt(submissions.dueOn, asOf), isClockOfThen)),
      oldest: minOf(submissions.submittedAt),
    })
    .from(submissions)
    .where(waits)
    .groupBy(submissions.organizationId)
  return [
    ...rows.map(({ oldest, ...row }) => ({
      ...row,
      oldestOn: oldest && dayIn(timeZone, oldest),
    })),
    ...(isNow ? [] : await lateByFormerClocks(scope, asOf, end)),
  ]
}

/** What was late at the end of a day, of what has had a fresh clock since. */
async function lateByFormerClocks(scope: Scope, asOf: Day, end: Date) {
  const rows = await scope.db
    .select(clocked)
    .from(submissions)
    .where(and(waitedAt(scope, end), gte(submissions.reopenedAt, end)))
  const moment = new Date(end.getTime() - 1)
  const dueOnThen = await clocksThen(
    scope,
    rows.map((row) => ({ ...row, moment })),
  )
  return rows
    .filter((row) => dueOnThen(row, moment) < asOf)
    .map(({ organizationId }) => ({ organizationId, waiting: 0, late: 1, oldestOn: null }))
}
