import type { LoaderFunctionArgs } from '@remix-run/node'
import { sampleCsv } from '~/domain/renewal-lists/csv.server'
import { drawSample } from '~/domain/renewal-lists/sample.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { fileName, sampleRequestOf } from './request.server'

/** The rows that the same address of the page draws. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { rows } = await member.read(drawSample, sampleRequestOf(args.request, member))
  return csvAnswer(sampleCsv(rows), fileName('audit-sample', member))
}
