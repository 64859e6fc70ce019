import {
  and,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  notInArray,
  or,
  sumOf,
  unindexed,
} from '#db/query.server'
import { activityCompetencies, bookedCompetencies, ledgerEntries } from '#db/schema'
import type { Strength } from '#db/words'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { type Span, sumUntil } from '../settled.server'

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

const bothPlaces = bothBy<PlaceMinutes>(
  ({ organizationId, kind, strength }) => [organizationId, strength, kind].join('/'),
  (one, other) => ({
    ...one,
    minutes: one.minutes + other.minutes,
    entries: one.entries + other.entries,
  }),
)

const bothCompetencies = bothBy<CompetencyMinutes>(
  ({ organizationId, competency }) => [organizationId, competency].join('/'),
  (one, other) => ({ ...one, minutes: one.minutes + other.minutes }),
)

/** Adds up two lists by what a row is of. */
function bothBy<Row>(keyOf: (row: Row) => string, sumOfTwo: (one: Row, other: Row) => Row) {
  return (one: readonly Row[], other: readonly Row[]): readonly Row[] => {
    if (other.length === 0) return one
    const both = new Map(one.map((row) => [keyOf(row), row]))
    for (const row of other) {
      const before = both.get(keyOf(row))
      both.set(keyOf(row), before ? sumOfTwo(before, row) : row)
    }
    return [...both.values()]
  }
}

/** Minutes of activities that name one competency, earned under one organization. */
export type CompetencyMinutes = { organizationId: string; competency: string; minutes: number }

/**
 * The minutes of a school year by organization and by the competencies that the activities name, as they
 * were booked by the end of a day; an activity that names two counts for each.
 */
export const minutesByCompetency = (
  scope: Scope,
  schoolYear: number,
  asOf: Day,
): Promise<readonly CompetencyMinutes[]> =>
  sumUntil(scope, `minutesByCompetency/${schoolYear}`, asOf, {
    sum: (span) => sumByCompetency(scope, schoolYear, span),
    add: bothCompetencies,
  })

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

/**
 * The entries that count for a competency: what was taken back, and what took it back, for what was named
 * while it stood, everything else for what its activity names.
 */
export const countsFor = (scope: Scope, competency: string) =>
  or(
    and(
      inArray(
        ledgerEntries.activityId,
        scope.db
          .select({ activityId: activityCompetencies.activityId })
          .from(activityCompetencies)
          .where(eq(activityCompetencies.competency, competency)),
      ),
      standsYet(scope),
    ),
    inArray(
      ledgerEntries.id,
      scope.db
        .select({ entryId: bookedCompetencies.entryId })
        .from(bookedCompetencies)
        .where(eq(bookedCompetencies.competency, competency)),
    ),
  )

/** Neither taken back nor taking back. */
const standsYet = (scope: Scope) =>
  and(
    isNull(ledgerEntries.correctsId),
    notInArray(
      ledgerEntries.id,
      scope.db
        .select({ id: ledgerEntries.correctsId })
        .from(ledgerEntries)
        .where(isNotNull(ledgerEntries.correctsId)),
    ),
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

/** The same division as that of `countsFor`, for all competencies: read at once, so that nothing comes between. */
async function sumByCompetency(scope: Scope, schoolYear: number, span: Span) {
  const [standing, corrected] = [
    scope.db
      .select({
        organizationId: ledgerEntries.organizationId,
        competency: activityCompetencies.competency,
        minutes: sumOf(ledgerEntries.minutes),
      })
      .from(ledgerEntries)
      .innerJoin(
        activityCompetencies,
        eq(activityCompetencies.activityId, ledgerEntries.activityId),
      )
      .where(and(bookedWithin(schoolYear, span), standsYet(scope)))
      .groupBy(ledgerEntries.organizationId, activityCompetencies.competency),
    scope.db
      .select({
        organizationId: ledgerEntries.organizationId,
        competency: bookedCompetencies.competency,
        minutes: sumOf(ledgerEntries.minutes),
      })
      .from(bookedCompetencies)
      .innerJoin(ledgerEntries, eq(ledgerEntries.id, bookedCompetencies.entryId))
      .where(bookedWithin(schoolYear, span))
      .groupBy(ledgerEntries.organizationId, bookedCompetencies.competency),
  ]
  return bothCompetencies([], await standing!.unionAll(corrected!))
}
