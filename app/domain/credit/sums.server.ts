import {
  and,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  lte,
  not,
  type SQL,
  sumOf,
  unindexed,
} from '#db/query.server'
import { activityCompetencies, ledgerEntries } from '#db/schema'
import type { Strength } from '#db/words'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { lastSettled, type Span, sumUntil } from '../settled.server'

/** Minutes of one kind and one strength of proof earned under one organization, and in how many entries. */
export type PlaceMinutes = {
  organizationId: string
  kind: string
  strength: Strength
  minutes: number
  entries: number
}

/** The minutes of each member in a school year, as they were booked by the end of a day. */
export const minutesByMember = (
  scope: Scope,
  schoolYear: number,
  asOf: Day,
): Promise<ReadonlyMap<string, number>> =>
  sumUntil(scope, `minutesByMember/${schoolYear}`, asOf, {
    sum: (span) => sumByMember(scope, schoolYear, span),
    add: bothMembers,
  })

/** The minutes of a school year by organization, kind and strength, as they were booked by the end of a day. */
export const minutesByPlace = (
  scope: Scope,
  schoolYear: number,
  asOf: Day,
): Promise<readonly PlaceMinutes[]> =>
  sumUntil(scope, `minutesByPlace/${schoolYear}`, asOf, {
    sum: (span) => sumByPlace(scope, schoolYear, span),
    add: bothPlaces,
  })

function bothMembers(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) {
  if (other.size === 0) return one
  const both = new Map(one)
  for (const [id, minutes] of other) both.set(id, (both.get(id) ?? 0) + minutes)
  return both
}

function bothPlaces(one: readonly PlaceMinutes[], other: readonly PlaceMinutes[]) {
  if (other.length === 0) return one
  const both = new Map(one.map((row) => [keyOf(row), row]))
  for (const row of other) {
    const before = both.get(keyOf(row)) ?? { minutes: 0, entries: 0 }
    both.set(keyOf(row), {
      ...row,
      minutes: before.minutes + row.minutes,
      entries: before.entries + row.entries,
    })
  }
  return [...both.values()]
}

const keyOf = ({ organizationId, kind, strength }: PlaceMinutes) =>
  `${organizationId}/${strength}/${kind}`

/** Minutes of activities that name one competency, earned under one organization. */
export type CompetencyMinutes = { organizationId: string; competency: string; minutes: number }

/**
 * The minutes of a school year by organization and by the competencies that the activities name, as they
 * were booked by the end of a day; each of these may come more than once, and an activity that names two
 * counts for each. What an activity names can change once its approval was taken back, so these are read
 * each time, and what is settled of the others is kept.
 */
export async function minutesByCompetency(
  scope: Scope,
  schoolYear: number,
  asOf: Day,
): Promise<CompetencyMinutes[]> {
  const last = lastSettled(scope)
  const settled: Span = { until: asOf < last ? asOf : last }
  const reopened = await listTakenBack(scope, schoolYear, settled.until)
  const isReopened = inArray(ledgerEntries.activityId, reopened)
  const sum = (span: Span, condition: SQL) => sumByCompetency(scope, schoolYear, span, condition)
  const key = `minutesByCompetency/${schoolYear}/${settled.until}/${reopened.join()}`
  return [
    ...(await scope.db.keep(key, () => sum(settled, not(isReopened)))),
    ...(asOf > last ? await sum({ after: last, until: asOf }, not(isReopened)) : []),
    ...(reopened.length > 0 ? await sum({ until: asOf }, isReopened) : []),
  ]
}

/** The activities with hours of a school year that were taken back after the end of a day. */
async function listTakenBack(scope: Scope, schoolYear: number, after: Day) {
  const rows = await scope.db
    .selectDistinct({ activityId: ledgerEntries.activityId })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.schoolYear, schoolYear),
        gt(ledgerEntries.bookedOn, after),
        isNotNull(ledgerEntries.correctsId),
        isNotNull(ledgerEntries.activityId),
      ),
    )
  return rows.flatMap(({ activityId }) => activityId ?? []).toSorted()
}

/** The entries of a school year that were booked in a span of days: those that the sums add up. */
export const bookedWithin = (schoolYear: number, { after, until }: Span) =>
  and(
    eq(ledgerEntries.schoolYear, schoolYear),
    after === undefined ? undefined : gt(ledgerEntries.bookedOn, after),
    lte(ledgerEntries.bookedOn, until),
  )

/** The same up to a day, of entries that are looked up by whose they are. */
export const bookedUntil = (schoolYear: number, until: Day) =>
  and(eq(ledgerEntries.schoolYear, schoolYear), lte(unindexed(ledgerEntries.bookedOn), until))

/** The entries that count for a competency: those of activities that name it. */
export const countsFor = (scope: Scope, competency: string) =>
  inArray(
    ledgerEntries.activityId,
    scope.db
      .select({ activityId: activityCompetencies.activityId })
      .from(activityCompetencies)
      .where(eq(activityCompetencies.competency, competency)),
  )

async function sumByMember(scope: Scope, schoolYear: number, span: Span) {
  const rows = await scope.db
    .select({ memberId: ledgerEntries.memberId, minutes: sumOf(ledgerEntries.minutes) })
    .from(ledgerEntries)
    .where(bookedWithin(schoolYear, span))
    .groupBy(ledgerEntries.memberId)
  return new Map(rows.map(({ memberId, minutes }) => [memberId, minutes]))
}

async function sumByPlace(scope: Scope, schoolYear: number, span: Span) {
  return scope.db
    .select({
      organizationId: ledgerEntries.organizationId,
      kind: ledgerEntries.kind,
      strength: ledgerEntries.strength,
      minutes: sumOf(ledgerEntries.minutes),
      entries: count(),
    })
    .from(ledgerEntries)
    .where(bookedWithin(schoolYear, span))
    .groupBy(ledgerEntries.organizationId, ledgerEntries.kind, ledgerEntries.strength)
}

async function sumByCompetency(scope: Scope, schoolYear: number, span: Span, condition: SQL) {
  return scope.db
    .select({
      organizationId: ledgerEntries.organizationId,
      competency: activityCompetencies.competency,
      minutes: sumOf(ledgerEntries.minutes),
    })
    .from(ledgerEntries)
    .innerJoin(activityCompetencies, eq(activityCompetencies.activityId, ledgerEntries.activityId))
    .where(and(bookedWithin(schoolYear, span), condition))
    .groupBy(ledgerEntries.organizationId, activityCompetencies.competency)
}
