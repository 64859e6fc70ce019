import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportGoalsCsv } from '~/domain/report-lists/csv.server'
import { noteListFile } from '~/domain/report-lists/opening.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { goalRequestOf } from './request.server'

/** All goals behind the report, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = goalRequestOf(args.request, member)
  const csv = await member.read(reportGoalsCsv, filter)
  await member.write(noteListFile, 'goals', filter, csv)
  return longCsvAnswer(csv, `cairn-goals-${filter.asOf}.csv`, args.request.signal)
}
