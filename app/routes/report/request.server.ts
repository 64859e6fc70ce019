import { dayIn, isDay } from '~/domain/calendar'
import type { Report } from '~/domain/reports/report.server'
import { rulesOf } from '~/domain/reports/rules.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { isOpen } from './tables'

/** What report the query string asks for; today's where it names no day, or one that is still to come. */
export function reportRequestOf(request: Request, { district, now }: Member) {
  const query = queryOf(request)
  const today = dayIn(district.timeZone, now)
  const asked = query.text('asOf')
  return {
    asOf: asked && isDay(asked) && asked <= today ? asked : today,
    organization: query.id('organization'),
  }
}

/** A report as the page shows it. */
export type ReportPage = ReturnType<typeof pageOfReport>

/** The report with its rules in words, and with the rows of those tables that the query string opens. */
export function pageOfReport(report: Report, request: Request) {
  const table = queryOf(request).text('table')
  return {
    ...report,
    why: rulesOf(report),
    pathways: report.pathways.map((pathway) => ({
      ...pathway,
      bySchool: isOpen(table, pathway.id) ? pathway.bySchool : [],
    })),
    goals: { ...report.goals, bySchool: isOpen(table, 'goals') ? report.goals.bySchool : [] },
    badges: { ...report.badges, bySchool: isOpen(table, 'badges') ? report.badges.bySchool : [] },
  }
}
