import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportDecisionsCsv } from '~/domain/report-lists/csv.server'
import { noteListFile } from '~/domain/report-lists/opening.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { decisionRequestOf } from './request.server'

/** All decisions behind the report, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = decisionRequestOf(args.request, member)
  const csv = await member.read(reportDecisionsCsv, filter)
  await member.write(noteListFile, 'decisions', filter, csv)
  return longCsvAnswer(csv, `cairn-decisions-${filter.asOf}.csv`, args.request.signal)
}
