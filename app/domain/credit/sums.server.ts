import { and, eq, gt, lte, sumOf } from '#db/query.server'
import { activityCompetencies, ledgerEntries } from '#db/schema'
import type { Strength } from '#db/words'
import { addDays, type Day } from '../calendar'
import type { Scope } from '../scope.server'

/** Minutes of one kind and one strength of proof earned under one organization. */
export type PlaceMinutes = {
  organizationId: string
  kind: string
  strength: Strength
  minutes: number
}

/** How many days after its end a day is settled for every server and time zone. */
const DAYS_TO_SETTLE = 2

/** The days of which entries are summed up: after the one, up to the other. */
type Span = { schoolYear: number; after?: Day; until: Day }

/**
 * The minutes of each member in a school year, as they were booked by the end of a day. The ledger is
 * written once and always dated today, so what was booked up to the day before yesterday is summed up
 * once and kept; only what came later is read.
 */
export async function minutesByMember(
  scope: Scope,
  schoolYear: number,
  asOf: Day,
): Promise<ReadonlyMap<string, number>> {
  const { settled, rest } = spansOf(scope, schoolYear, asOf)
  const sums = await scope.db.keep(`minutesByMember/${schoolYear}/${settled.until}`, () =>
    sumByMember(scope, settled).then(
      (rows) => new Map(rows.map(({ memberId, minutes }) => [memberId, minutes])),
    ),
  )
  if (!rest) return sums
  const recent = await sumByMember(scope, rest)
  if (recent.length === 0) return sums
  const all = new Map(sums)
  for (const { memberId, minutes } of recent) {
    all.set(memberId, (all.get(memberId) ?? 0) + minutes)
  }
  return all
}

/**
 * The minutes of a school year by organization, kind and strength, as they were booked by the end of a
 * day; each of these may come twice. Kept like `minutesByMember`.
 */
export async function minutesByPlace(
  scope: Scope,
  schoolYear: number,
  asOf: Day,
): Promise<readonly PlaceMinutes[]> {
  const { settled, rest } = spansOf(scope, schoolYear, asOf)
  const sums = await scope.db.keep(`minutesByPlace/${schoolYear}/${settled.until}`, () =>
    sumByPlace(scope, settled),
  )
  return rest ? [...sums, ...(await sumByPlace(scope, rest))] : sums
}

/** Minutes of activities that name one competency, earned under one organization. */
export type CompetencyMinutes = { organizationId: string; competency: string; minutes: number }

/**
 * The minutes of a school year by organization and by the competencies that the activities name, as they
 * were booked by the end of a day; an activity that names two counts for each. Read anew each time, for
 * what an activity names can change once its approval was taken back.
 */
export async function minutesByCompetency(
  scope: Scope,
  schoolYear: number,
  asOf: Day,
): Promise<CompetencyMinutes[]> {
  return sumByCompetency(scope, { schoolYear, until: asOf })
}

function spansOf({ today }: Scope, schoolYear: number, asOf: Day) {
  const last = addDays(today, -DAYS_TO_SETTLE)
  const settled: Span = { schoolYear, until: asOf < last ? asOf : last }
  const rest: Span | null = asOf > last ? { schoolYear, after: last, until: asOf } : null
  return { settled, rest }
}

const within = ({ schoolYear, after, until }: Span) =>
  and(
    eq(ledgerEntries.schoolYear, schoolYear),
    after === undefined ? undefined : gt(ledgerEntries.bookedOn, after),
    lte(ledgerEntries.bookedOn, until),
  )

async function sumByMember(scope: Scope, span: Span) {
  return scope.db
    .select({ memberId: ledgerEntries.memberId, minutes: sumOf(ledgerEntries.minutes) })
    .from(ledgerEntries)
    .where(within(span))
    .groupBy(ledgerEntries.memberId)
}

async function sumByPlace(scope: Scope, span: Span) {
  return scope.db
    .select({
      organizationId: ledgerEntries.organizationId,
      kind: ledgerEntries.kind,
      strength: ledgerEntries.strength,
      minutes: sumOf(ledgerEntries.minutes),
    })
    .from(ledgerEntries)
    .where(within(span))
    .groupBy(ledgerEntries.organizationId, ledgerEntries.kind, ledgerEntries.strength)
}

async function sumByCompetency(scope: Scope, span: Span) {
  return scope.db
    .select({
      organizationId: ledgerEntries.organizationId,
      competency: activityCompetencies.competency,
      minutes: sumOf(ledgerEntries.minutes),
    })
    .from(ledgerEntries)
    .innerJoin(activityCompetencies, eq(activityCompetencies.activityId, ledgerEntries.activityId))
    .where(within(span))
    .groupBy(ledgerEntries.organizationId, activityCompetencies.competency)
}
