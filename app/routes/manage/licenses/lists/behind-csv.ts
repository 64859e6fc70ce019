import type { LoaderFunctionArgs } from '@remix-run/node'
import { listAllBehind } from '~/domain/renewal-lists/behind.server'
import { behindCsv } from '~/domain/renewal-lists/csv.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { behindRequestOf, fileName } from './request.server'

/** Everybody who is not on target, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const rows = await member.read(listAllBehind, behindRequestOf(args.request))
  return csvAnswer(behindCsv(rows), fileName('not-on-target', member))
}
