import { dayIn, isDay } from '~/domain/calendar'
import type { Report } from '~/domain/reports/report.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

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

/**
 * The report with the schools of one pathway, where the query string names it: those of all pathways
 * together are more than a page can hold in a large district.
 */
export function pageOfReport(report: Report, request: Request) {
  const chosen = queryOf(request).id('pathway')
  const pathways = report.pathways.map(({ bySchool, ...pathway }) => ({
    ...pathway,
    bySchool: pathway.id === chosen ? bySchool : null,
  }))
  return { ...report, pathways }
}
