import type { LoaderFunctionArgs } from '@remix-run/node'
import { lostCsv } from '~/domain/renewal-lists/csv.server'
import { notePeopleFile } from '~/domain/record/people-files.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { fileName, lostRequestOf } from './request.server'

/** What does not count, by person, reason and rule, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const member = await requireMember(args)
  const filter = lostRequestOf(request)
  const csv = await member.read(lostCsv, filter)
  await member.write(notePeopleFile, 'not_counted', filter, csv)
  return longCsvAnswer(csv, fileName('hours-lost', member), request.signal)
}
