import type { LoaderFunctionArgs } from '@remix-run/node'
import { expiringCsv } from '~/domain/renewal-lists/csv.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { expiringRequestOf, fileName } from './request.server'

/** All licenses that expire, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const member = await requireMember(args)
  const csv = await member.read(expiringCsv, expiringRequestOf(request, member))
  return longCsvAnswer(csv, fileName('expiring-licenses', member), request.signal)
}
