import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeReport } from '~/domain/reports/files.server'
import { requireMember } from '~/http/member.server'
import { pdfOfReport } from './file-answers.server'
import { reportRequestOf } from './request.server'

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const taken = await member.read(takeReport, reportRequestOf(args.request, member))
  return pdfOfReport(taken, member, args.context)
}
