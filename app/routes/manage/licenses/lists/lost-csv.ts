import type { LoaderFunctionArgs } from '@remix-run/node'
import { lostCsv } from '~/domain/renewal-lists/csv.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { fileName, lostRequestOf } from './request.server'

/** What does not count, by person, reason and rule, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const member = await requireMember(args)
  const csv = await member.read(lostCsv, lostRequestOf(request))
  return longCsvAnswer(csv, fileName('hours-lost', member), request.signal)
}
