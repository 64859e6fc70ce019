import { desc } from '#db/query.server'
import { ledgerEntries, yardsticks } from '#db/schema'
import { schoolYearOf, schoolYearSpan } from '../calendar'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'

/** The settings of the district, and the yardsticks there are and were. @throws Forbidden */
export async function getSettings(scope: Scope) {
  authorize(scope.actor, 'settings.edit')
  const { name, slug, state, timeZone, schoolYearStartsOn, reviewDays } = scope.district
  const { usesMayOverlap, sendsNotices, administratorRole } = scope.district
  const thisYear = schoolYearOf(scope.today, schoolYearStartsOn)
  const [rows, hasHours] = await Promise.all([
    scope.db
      .select({ id: yardsticks.id, minutes: yardsticks.minutes, startsOn: yardsticks.startsOn })
      .from(yardsticks)
      .orderBy(desc(yardsticks.startsOn)),
    hasBookedHours(scope),
  ])
  const current = rows.find(({ startsOn }) => startsOn <= scope.today)
  return {
    settings: {
      name,
      slug,
      state,
      timeZone,
      reviewDays,
      usesMayOverlap,
      sendsNotices,
      administratorRole,
    },
    /** The first day of this school year. */
    schoolYearStartsOn: schoolYearSpan(thisYear, schoolYearStartsOn).first,
    canMoveSchoolYear: !hasHours,
    yardsticks: rows.map((row) => ({ ...row, isCurrent: row.id === current?.id })),
  }
}

/** Whether hours were ever booked to a school year. */
export async function hasBookedHours(scope: Scope) {
  const [entry] = await scope.db.select({ id: ledgerEntries.id }).from(ledgerEntries).limit(1)
  return entry !== undefined
}
