import type { LoaderFunctionArgs } from '@remix-run/node'
import { getRejections } from '~/domain/license-imports/previewing.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** The rejected rows of a file of licenses, with the reasons. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const rejections = await member.read(getRejections, idOf(args.params.import))
  return csvAnswer(rejections.csv, `rejected-${rejections.file.replace(/[^\w.-]/g, '')}`)
}
