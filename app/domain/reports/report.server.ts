import type { Scope } from '../scope.server'
import { reportBadges } from './badges.server'
import { frameReport, type ReportRequest } from './frame.server'
import { reportGoals } from './goals.server'
import { reportHours } from './hours.server'
import { reportParticipation } from './participation.server'
import { reportPathways } from './pathways.server'

export type Report = Awaited<ReturnType<typeof openReport>>

/**
 * The report of the district, or of one school, as of a day: counts and minutes, never persons.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function openReport(scope: Scope, request: ReportRequest) {
  const frame = await frameReport(scope, request)
  const [participation, hours, pathways, goals, badges] = await Promise.all([
    reportParticipation(scope, frame),
    reportHours(scope, frame),
    reportPathways(scope, frame),
    reportGoals(scope, frame),
    reportBadges(scope, frame),
  ])
  const { asOf, schoolYear, from, yardstick, schools } = frame
  return {
    district: { slug: scope.district.slug, name: scope.district.name },
    organization: request.organization === undefined ? null : frame.places[0]!,
    asOf,
    schoolYear,
    from,
    yardstick,
    schools,
    participation,
    hours,
    pathways,
    goals,
    badges,
  }
}
