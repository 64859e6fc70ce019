import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportGoalsCsv } from '~/domain/report-lists/csv.server'
import { listAllReportGoals } from '~/domain/report-lists/goals.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { goalRequestOf } from './request.server'

/** All goals behind the report, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = goalRequestOf(args.request, member)
  const rows = await member.read(listAllReportGoals, filter)
  return csvAnswer(reportGoalsCsv(rows), `cairn-goals-${filter.asOf}.csv`)
}
