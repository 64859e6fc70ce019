import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportCsv } from '~/domain/reports/csv.server'
import { openReport } from '~/domain/reports/report.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { reportRequestOf } from './request.server'

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const report = await member.read(openReport, reportRequestOf(args.request, member))
  return csvAnswer(reportCsv(report), `cairn-report-${report.asOf}.csv`)
}
