import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSnapshot } from '~/domain/reports/snapshots.server'
import { fileAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { content, asOf } = await member.read(readSnapshot, idOf(args.params.snapshot))
  return fileAnswer(content, 'application/json', `cairn-report-${asOf}.json`)
}
