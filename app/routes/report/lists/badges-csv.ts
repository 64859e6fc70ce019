import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportBadgesCsv } from '~/domain/report-lists/csv.server'
import { noteListFile } from '~/domain/report-lists/opening.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { badgeRequestOf } from './request.server'

/** All badges behind the report, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = badgeRequestOf(args.request, member)
  const csv = await member.read(reportBadgesCsv, filter)
  await member.write(noteListFile, 'badges', filter, csv)
  return longCsvAnswer(csv, `cairn-badges-${filter.asOf}.csv`, args.request.signal)
}
