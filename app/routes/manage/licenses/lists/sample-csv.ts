import type { LoaderFunctionArgs } from '@remix-run/node'
import { sampleCsv } from '~/domain/renewal-lists/csv.server'
import { notePeopleFile } from '~/domain/record/people-files.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { fileName, sampleRequestOf } from './request.server'

/** The rows that the same address of the page draws. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const member = await requireMember(args)
  const filter = sampleRequestOf(request, member)
  const csv = await member.read(sampleCsv, filter)
  await member.write(notePeopleFile, 'audit_sample', filter, csv)
  return longCsvAnswer(csv, fileName('audit-sample', member), request.signal)
}
