import {
  and,
  between,
  count,
  eq,
  inArray,
  isNotNull,
  isNull,
  isWord,
  maxOf,
  minOf,
  notInArray,
  or,
  type SQL,
  sumOf,
} from '#db/query.server'
import { activities, completions, ledgerEntries, submissions } from '#db/schema'
import { schoolYearOf } from '../calendar'
import type { Scope } from '../scope.server'
import type { Period } from './state-file'

/** The hours of each member in a period by the organization they were earned under. */
export async function hoursByMember(scope: Scope, period: Period) {
  return scope.db
    .select({
      memberId: ledgerEntries.memberId,
      organizationId: ledgerEntries.organizationId,
      activities: count(),
      minutes: sumOf(ledgerEntries.minutes),
      first: minOf(ledgerEntries.earnedOn),
      last: maxOf(ledgerEntries.earnedOn),
    })
    .from(ledgerEntries)
    .where(standsIn(scope, period))
    .groupBy(ledgerEntries.memberId, ledgerEntries.organizationId)
}

/** The days of the period on which members have earned hours, each once, the first one first. */
export async function daysOf(scope: Scope, period: Period, memberIds: string[]) {
  if (memberIds.length === 0) return []
  return scope.db
    .selectDistinct({ memberId: ledgerEntries.memberId, day: ledgerEntries.earnedOn })
    .from(ledgerEntries)
    .where(and(inArray(ledgerEntries.memberId, memberIds), standsIn(scope, period)))
    .orderBy(ledgerEntries.earnedOn, ledgerEntries.memberId)
}

/** How much of each member waits for a decision whose day is in the period. */
export async function waitingByMember(scope: Scope, { first, last }: Period) {
  return scope.db
    .select({
      memberId: submissions.memberId,
      submissions: count(),
      minutes: sumOf(submissions.minutes),
    })
    .from(submissions)
    .leftJoin(activities, eq(activities.id, submissions.activityId))
    .leftJoin(completions, eq(completions.id, submissions.completionId))
    .where(
      and(
        isWord(submissions.status, 'waiting'),
        or(
          between(activities.endedOn, first, last),
          and(isNull(activities.endedOn), between(activities.startedOn, first, last)),
          between(completions.completedOn, first, last),
        ),
      ),
    )
    .groupBy(submissions.memberId)
}

/** Entries of the period that are no corrections and have none. */
function standsIn({ db, district }: Scope, { first, last }: Period): SQL | undefined {
  const yearOf = (day: string) => schoolYearOf(day, district.schoolYearStartsOn)
  const corrected = db
    .select({ id: ledgerEntries.correctsId })
    .from(ledgerEntries)
    .where(isNotNull(ledgerEntries.correctsId))
  return and(
    between(ledgerEntries.schoolYear, yearOf(first), yearOf(last)),
    between(ledgerEntries.earnedOn, first, last),
    isNull(ledgerEntries.correctsId),
    notInArray(ledgerEntries.id, corrected),
  )
}
