import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeSnapshot } from '~/domain/reports/files.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { pdfOfReport } from '../file-answers.server'

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const taken = await member.read(takeSnapshot, idOf(args.params.snapshot))
  return pdfOfReport(taken, member, args.context)
}
