import type { LoaderFunctionArgs } from '@remix-run/node'
import { expiringCsv } from '~/domain/renewal-lists/csv.server'
import { listAllExpiring } from '~/domain/renewal-lists/expiring.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { expiringRequestOf, fileName } from './request.server'

/** All licenses that expire, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const rows = await member.read(listAllExpiring, expiringRequestOf(args.request, member))
  return csvAnswer(expiringCsv(rows), fileName('expiring-licenses', member))
}
