import type { LoaderFunctionArgs } from '@remix-run/node'
import { enrolledCsv } from '~/domain/pathways/enrolled-csv.server'
import { notePeopleFile } from '~/domain/record/people-files.server'
import { enrolledFilterOf } from '~/http/enrolled-filter.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** The people of the assignment as its page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const which = { assignmentId: idOf(args.params.assignment) }
  const filter = enrolledFilterOf(args.request)
  const csv = await member.read(enrolledCsv, which, filter)
  await member.write(notePeopleFile, 'assignment', { ...which, ...filter }, csv)
  return longCsvAnswer(csv, 'cairn-assignment.csv', args.request.signal)
}
