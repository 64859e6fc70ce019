import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportCsv } from '~/domain/reports/csv.server'
import { openReport } from '~/domain/reports/report.server'
import { requireMember } from '~/http/member.server'
import { reportRequestOf } from './request.server'

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const report = await member.read(openReport, reportRequestOf(args.request, member))
  return new Response(reportCsv(report), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="cairn-report-${report.asOf}.csv"`,
    },
  })
}
