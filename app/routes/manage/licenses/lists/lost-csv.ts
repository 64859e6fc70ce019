import type { LoaderFunctionArgs } from '@remix-run/node'
import { lostCsv } from '~/domain/renewal-lists/csv.server'
import { listAllLosses } from '~/domain/renewal-lists/lost.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { fileName, lostRequestOf } from './request.server'

/** What does not count, by person, reason and rule, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const rows = await member.read(listAllLosses, lostRequestOf(args.request))
  return csvAnswer(lostCsv(rows), fileName('hours-lost', member))
}
