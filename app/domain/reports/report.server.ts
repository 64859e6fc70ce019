import { addMonths } from '../calendar'
import { yardstickOn } from '../credit/hours.server'
import type { Scope } from '../scope.server'
import { reportBadges } from './badges.server'
import { frameReport, type ReportFrame, type ReportRequest } from './frame.server'
import { reportGoals } from './goals.server'
import { countMinutes, reportHours } from './hours.server'
import { reportParticipation } from './participation.server'
import { reportPathways } from './pathways.server'

export type Report = Awaited<ReturnType<typeof openReport>>

/**
 * The report of the district, or of one school, as of a day: counts and minutes, never persons. Once
 * made it is kept until anything is written; whoever asks is asked for their permission each time.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function openReport(scope: Scope, request: ReportRequest) {
  const frame = await frameReport(scope, request)
  const { asOf, organization = '' } = request
  return scope.db.keepUntilWritten(`report/${asOf}/${organization}`, () =>
    makeReport(scope, request, frame),
  )
}

async function makeReport(scope: Scope, request: ReportRequest, frame: ReportFrame) {
  const [participation, hours, pathways, goals, badges] = await Promise.all([
    reportParticipation(scope, frame),
    reportHours(scope, frame),
    reportPathways(scope, frame),
    reportGoals(scope, frame),
    reportBadges(scope, frame),
  ])
  const lastYear = await reportYearBefore(scope, frame)
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
    lastYear,
    pathways,
    goals,
    badges,
  }
}

/** The same day a year before, for the trend: participation, and minutes. */
async function reportYearBefore(scope: Scope, frame: ReportFrame) {
  const before = {
    ...frame,
    asOf: addMonths(frame.asOf, -12),
    schoolYear: frame.schoolYear - 1,
    yardstick: await yardstickOn(scope, addMonths(frame.asOf, -12)),
  }
  const [{ educators, atOrAbove }, minutes] = await Promise.all([
    reportParticipation(scope, before),
    countMinutes(scope, before),
  ])
  return { asOf: before.asOf, yardstick: before.yardstick, educators, atOrAbove, minutes }
}
