import { and, desc, eq, lte, sumOf } from '#db/query.server'
import { ledgerEntries, yardsticks } from '#db/schema'
import { type Day, schoolYearOf } from '../calendar'
import type { Scope } from '../scope.server'

/** The minutes a district asks of an educator in a school year, as it stood on a day; 0 when it asks none. */
export async function yardstickOn(scope: Scope, day: Day) {
  const [yardstick] = await scope.db
    .select({ minutes: yardsticks.minutes })
    .from(yardsticks)
    .where(lte(yardsticks.startsOn, day))
    .orderBy(desc(yardsticks.startsOn))
    .limit(1)
  return yardstick?.minutes ?? 0
}

/** The school year it is in the district, named by the year it began in. */
export const currentSchoolYear = (scope: Scope) =>
  schoolYearOf(scope.today, scope.district.schoolYearStartsOn)

/** A member's minutes in a school year by kind, most first. */
export async function minutesByKind(scope: Scope, memberId: string, schoolYear: number) {
  const rows = await scope.db
    .select({ kind: ledgerEntries.kind, minutes: sumOf(ledgerEntries.minutes) })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.schoolYear, schoolYear), eq(ledgerEntries.memberId, memberId)))
    .groupBy(ledgerEntries.kind)
  return rows.filter(({ minutes }) => minutes !== 0).sort((a, b) => b.minutes - a.minutes)
}
