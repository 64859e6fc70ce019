import {
  alias,
  and,
  asc,
  dayOfInstant,
  eq,
  gt,
  gte,
  isNotNull,
  orElse,
  scalar,
  type SQL,
  type TenantColumn,
} from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import { addDays, type Day, endOfDay, schoolYearSpan } from '../calendar'
import type { Scope } from '../scope.server'

const later = alias(reviews, 'later_reviews')

/** The last day that a submission had when it was decided on, in a query over `reviews` joined with `submissions`. */
export const lastDayOfDecision = (scope: Scope) =>
  lastDay(scope, gt(later.decidedAt, reviews.decidedAt))

/** The last day that a submission had right before a moment, in a query over `submissions`. */
export const lastDayAt = (scope: Scope, moment: Date) =>
  lastDay(scope, gte(later.decidedAt, moment))

/**
 * Taking a decision back starts a fresh clock, and keeps the last day of the one that it ends: before then,
 * that was the last day.
 *
 * @param isLater picks what was written after the moment that is asked about
 */
const lastDay = (scope: Scope, isLater: SQL) =>
  orElse(
    scalar(
      later.dueOn,
      scope.db
        .select({ dueOn: later.dueOn })
        .from(later)
        .where(
          and(
            isNotNull(submissions.reopenedAt),
            eq(later.submissionId, submissions.id),
            eq(later.decision, 'reopened'),
            isLater,
          ),
        )
        .orderBy(asc(later.decidedAt))
        .limit(1),
    ),
    submissions.dueOn,
  )

/** So many school years back an instant has its day to the minute; before, to the hour of summer time. */
const YEARS_BACK = 5
const HOUR = 60 * 60 * 1000

/** What says the day of an instant in the time zone of the district, up to the end of a school year. */
export function daysUntil({ district }: Scope, schoolYear: number) {
  const { timeZone, schoolYearStartsOn } = district
  const { first } = schoolYearSpan(schoolYear - YEARS_BACK, schoolYearStartsOn)
  const { last } = schoolYearSpan(schoolYear, schoolYearStartsOn)
  const key = `${timeZone}/${first}`
  const ahead = known.get(key) ?? listAhead(timeZone, first, last)
  known.set(key, ahead)
  return (instant: TenantColumn) => dayOfInstant(submissions.dueOn, instant, ahead)
}

type Ahead = { until: Date; milliseconds: number }[]

/* Districts share their time zones, and what a zone was does not change. */
const known = new Map<string, Ahead>()

/* No zone changes back within so few days: where the first and the last are alike, all are. */
const STRETCH = 28

/** How far ahead of UTC some days end, and until the noon of which day they did. */
function listAhead(timeZone: string, first: Day, last: Day) {
  const ahead: Ahead = []
  const note = (day: Day) => {
    const milliseconds = aheadOn(timeZone, day)
    const until = new Date(endOfDay(day, timeZone).getTime() + 12 * HOUR)
    const before = ahead.at(-1)
    if (before?.milliseconds === milliseconds) before.until = until
    else ahead.push({ until, milliseconds })
  }
  for (let from = addDays(first, -1); from <= last; from = addDays(from, STRETCH)) {
    const to = addDays(from, STRETCH - 1)
    if (aheadOn(timeZone, from) === aheadOn(timeZone, to)) note(to)
    else for (let day = from; day <= to; day = addDays(day, 1)) note(day)
  }
  return ahead
}

const aheadOn = (timeZone: string, day: Day) =>
  Date.parse(`${addDays(day, 1)}T00:00:00Z`) - endOfDay(day, timeZone).getTime()
