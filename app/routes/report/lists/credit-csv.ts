import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportCreditCsv } from '~/domain/report-lists/csv.server'
import { noteListFile } from '~/domain/report-lists/opening.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { creditRequestOf } from './request.server'

/** All credit behind the report, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = creditRequestOf(args.request, member)
  const csv = await member.read(reportCreditCsv, filter)
  await member.write(noteListFile, 'credit', filter, csv)
  return longCsvAnswer(csv, `cairn-credit-${filter.asOf}.csv`, args.request.signal)
}
