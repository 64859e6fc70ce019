import type { LoaderFunctionArgs } from '@remix-run/node'
import { behindCsv } from '~/domain/renewal-lists/csv.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { behindRequestOf, fileName } from './request.server'

/** Everybody who is not on target, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const member = await requireMember(args)
  const csv = await member.read(behindCsv, behindRequestOf(request))
  return longCsvAnswer(csv, fileName('not-on-target', member), request.signal)
}
