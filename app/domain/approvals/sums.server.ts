import { and, count, countWhere, eq, gt, lt, lte, minOf, ne } from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import { addDays, type Day, dayIn, daysBetween, endOfDay } from '../calendar'
import { waitedAt } from '../reviews/standing-then.server'
import type { Scope } from '../scope.server'
import { isWaiting } from '../reviews/waiting.server'

/** The decisions made on what was sent under one organization. */
export type Decided = {
  organizationId: string
  decided: number
  /** Decided by the last day that the clock allows. */
  inTime: number
  /** How many took so many days, by the days. */
  byDays: ReadonlyMap<number, number>
}

/** How many days after its end a day is settled for every server and time zone. */
const DAYS_TO_SETTLE = 2

/**
 * The decisions of a span of days by organization, and how long they took: each that was made, also where
 * it was taken back later. Reviews are only ever added, so what is settled is read once and kept.
 */
export async function decisionsByPlace(scope: Scope, from: Day, until: Day): Promise<Decided[]> {
  const last = addDays(scope.today, -DAYS_TO_SETTLE)
  const settledUntil = until < last ? until : last
  const settled =
    from > settledUntil
      ? []
      : await scope.db.keep(`decisionsByPlace/${from}/${settledUntil}`, () =>
          sumDecisions(scope, from, settledUntil),
        )
  if (until <= last) return settled
  const restFrom = from > last ? from : addDays(last, 1)
  return merged([...settled, ...(await sumDecisions(scope, restFrom, until))])
}

async function sumDecisions(scope: Scope, from: Day, until: Day): Promise<Decided[]> {
  const { timeZone } = scope.district
  const rows = await scope.db
    .select({
      organizationId: submissions.organizationId,
      submittedAt: submissions.submittedAt,
      dueOn: submissions.dueOn,
      decidedAt: reviews.decidedAt,
    })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(
      and(
        gt(reviews.decidedAt, endOfDay(addDays(from, -1), timeZone)),
        lte(reviews.decidedAt, endOfDay(until, timeZone)),
        ne(reviews.decision, 'reopened'),
      ),
    )
  return merged(
    rows.map(({ organizationId, submittedAt, dueOn, decidedAt }) => {
      const decidedOn = dayIn(timeZone, decidedAt)
      const days = Math.max(0, daysBetween(dayIn(timeZone, submittedAt), decidedOn))
      const inTime = decidedOn <= dueOn ? 1 : 0
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
  const waits = asOf === scope.today ? isWaiting : waitedAt(scope, endOfDay(asOf, timeZone))
  const rows = await scope.db
    .select({
      organizationId: submissions.organizationId,
      waiting: count(),
      late: countWhere(lt(submissions.dueOn, asOf)),
      oldest: minOf(submissions.submittedAt),
    })
    .from(submissions)
    .where(waits)
    .groupBy(submissions.organizationId)
  return rows.map(({ oldest, ...row }) => ({
    ...row,
    oldestOn: oldest && dayIn(timeZone, oldest),
  }))
}
