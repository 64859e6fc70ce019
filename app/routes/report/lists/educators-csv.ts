import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportEducatorsCsv } from '~/domain/report-lists/csv.server'
import { noteListFile } from '~/domain/report-lists/opening.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { educatorRequestOf } from './request.server'

/** All educators behind the report, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = educatorRequestOf(args.request, member)
  const csv = await member.read(reportEducatorsCsv, filter)
  await member.write(noteListFile, 'educators', filter, csv)
  return longCsvAnswer(csv, `cairn-educators-${filter.asOf}.csv`, args.request.signal)
}
