import type { LoaderFunctionArgs } from '@remix-run/node'
import { notePeopleFile } from '~/domain/record/people-files.server'
import { filesCsv } from '~/domain/retention/csv.server'
import { FILE_STANDINGS } from '~/domain/retention/retention'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

/** The evidence files of one standing, as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const standing = queryOf(args.request).oneOf('standing', FILE_STANDINGS) ?? 'due'
  const csv = await member.read(filesCsv, standing)
  await member.write(notePeopleFile, 'evidence_files', { standing }, csv)
  return longCsvAnswer(csv, `cairn-evidence-files-${standing}.csv`, args.request.signal)
}
