import type { Report } from '../reports/report.server'
import {
  hiddenGroups,
  roundedCount,
  roundedMinutes,
  roundedPercent,
  SMALLEST_SHARED,
  SMALLEST_SHOWN,
} from '../reports/suppression'

/** A count as anybody may see it: to the nearest five, and null where it is one to four. */
export type PublicCount = number | null

/** A part of some people as anybody may see it. */
export type PublicShare = { people: PublicCount; reached: PublicCount; percent: number | null }

/** A count to the nearest five; null for one to four. */
export const publicCount = (value: number): PublicCount =>
  value > 0 && value < SMALLEST_SHOWN ? null : roundedCount(value)

/** A part of some people; the share is reckoned from what is told of them, and of twenty at least. */
export function publicShare(people: number, reached: number): PublicShare {
  const [whole, part] = [publicCount(people), publicCount(reached)]
  const isKnown = whole !== null && part !== null && whole >= SMALLEST_SHARED
  return {
    people: whole,
    reached: part,
    percent: isKnown ? roundedPercent(part, whole) : null,
  }
}

/**
 * What a report says to anybody: no count of one to four, all others to the nearest five, hours to the
 * nearest ten, and no school or group of fewer than five, nor another one by which it could be found. So
 * rounded, no subtraction of one table from another leads back to a few people.
 *
 * @returns null where the district is too small to tell anything
 */
export function publicReport(report: Report) {
  const { participation, hours, pathways, badges, yardstick } = report
  if (participation.educators < SMALLEST_SHOWN) return null
  return {
    district: report.district.name,
    asOf: report.asOf,
    schoolYear: report.schoolYear,
    yardstick,
    participation: publicShare(participation.educators, participation.atOrAbove),
    inThreeYears: publicShare(participation.educators, participation.inThreeYears),
    schools: publicSchools(participation.bySchool),
    minutes: roundedMinutes(hours.minutes),
    byKind: hours.byKind
      .map(({ kind, minutes }) => ({ kind, minutes: roundedMinutes(minutes) }))
      .filter(({ minutes }) => minutes > 0),
    pathways: pathways
      .filter(({ audience }) => audience >= SMALLEST_SHOWN)
      .map(({ id, title, audience, engaged, current }) => ({
        id,
        title,
        engaged: publicShare(audience, engaged),
        current: publicShare(audience, current),
      })),
    badges: { current: publicCount(badges.current), expiring: publicCount(badges.expiring) },
    approvals: publicApprovals(report),
    equity: publicEquity(report),
  }
}

export type PublicReport = NonNullable<ReturnType<typeof publicReport>>

function publicSchools(schools: Report['participation']['bySchool']) {
  const hidden = hiddenGroups(schools.map(({ educators }) => educators))
  const shown = schools.filter(({ educators }, at) => educators > 0 && !hidden[at])
  return {
    hidden: hidden.filter(Boolean).length,
    shown: shown.map(({ id, name, educators, atOrAbove }) => ({
      id,
      name,
      ...publicShare(educators, atOrAbove),
    })),
  }
}

/** A snapshot of an earlier day may lack the section. */
function publicApprovals({ approvals }: Partial<Pick<Report, 'approvals'>>) {
  if (!approvals) return null
  const { decided, inTime, waiting } = approvals
  return { inTime: publicShare(decided, inTime), waiting: publicCount(waiting) }
}

function publicEquity({ equity = [] }: Partial<Pick<Report, 'equity'>>) {
  return equity.map(({ key, name, groups }) => ({
    key,
    name,
    groups: groups.flatMap(({ key: group, name: called, reached }) =>
      reached
        ? [{ key: group, name: called, ...publicShare(reached.educators, reached.atOrAbove) }]
        : [],
    ),
  }))
}
