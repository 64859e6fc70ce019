import type { LoaderFunctionArgs } from '@remix-run/node'
import { listAllReportBadges } from '~/domain/report-lists/badges.server'
import { reportBadgesCsv } from '~/domain/report-lists/csv.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { badgeRequestOf } from './request.server'

/** All badges behind the report, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = badgeRequestOf(args.request, member)
  const rows = await member.read(listAllReportBadges, filter)
  return csvAnswer(reportBadgesCsv(rows), `cairn-badges-${filter.asOf}.csv`)
}
