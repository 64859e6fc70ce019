import type { ExactReport, Report } from '../reports/report.server'
import { toldPercent } from '../reports/suppression'
import { tellWhole } from '../reports/telling.server'
import { ROUNDED } from '../reports/telling'

/**
 * A part of some people as anybody may see it: both are none where they are fewer than five, and the part is
 * null where nothing is asked of them.
 */
export type PublicShare = { people: number; reached: number | null; percent: number | null }

/**
 * What a report says to anybody: of each number what a coordinator is told of it, and of the pathways, which
 * a coordinator sees exactly, the same rounding.
 *
 * @returns null where the district is too small to tell anything
 */
export function publicReport(exact: ExactReport) {
  const report = tellWhole(exact)
  if (report.rounded.isWithheld) return null
  const { participation, hours, badges, yardstick, rounded } = report
  return {
    district: report.district.name,
    asOf: report.asOf,
    schoolYear: report.schoolYear,
    yardstick,
    participation: shareOf(participation.educators, participation.atOrAbove),
    inThreeYears: shareOf(participation.educators, participation.inThreeYears),
    schools: {
      areSomeHidden: rounded.places.length > 0,
      shown: participation.bySchool.map(({ id, name, educators, atOrAbove }) => ({
        id,
        name,
        ...shareOf(educators, atOrAbove),
      })),
    },
    minutes: hours.minutes,
    byKind: hours.byKind,
    pathways: publicPathways(exact),
    badges: { current: badges.current, expiring: badges.expiring },
    approvals: publicApprovals(report),
    equity: publicEquity(report),
  }
}

export type PublicReport = NonNullable<ReturnType<typeof publicReport>>

const shareOf = (people: number, reached: number | null): PublicShare => ({
  people,
  reached,
  percent: toldPercent(reached, people),
})

const publicPathways = ({ pathways }: ExactReport) =>
  pathways
    .map(({ id, title, audience, current }) => ({
      id,
      title,
      current: shareOf(ROUNDED.count(audience), ROUNDED.part(current, audience)),
    }))
    .filter(({ current }) => current.people > 0)

/** A snapshot of an earlier day may lack the section. */
function publicApprovals({ approvals }: Partial<Pick<Report, 'approvals'>>) {
  if (!approvals) return null
  const { decided, inTime, waiting } = approvals
  return { inTime: shareOf(decided, inTime), waiting }
}

const publicEquity = ({ equity = [] }: Partial<Pick<Report, 'equity'>>) =>
  equity.map(({ key, name, groups }) => ({
    key,
    name,
    groups: groups.flatMap(({ key: group, name: called, reached }) =>
      reached
        ? [{ key: group, name: called, ...shareOf(reached.educators, reached.atOrAbove) }]
        : [],
    ),
  }))
