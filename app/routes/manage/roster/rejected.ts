import type { LoaderFunctionArgs } from '@remix-run/node'
import { getRejections } from '~/domain/roster/imports.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'

/** The rejected rows of one file of an import, with the reasons. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const file = queryOf(args.request).text('file')
  const rejections = await member.read(getRejections, idOf(args.params.import), file)
  return csvAnswer(rejections.csv, `rejected-${rejections.file.replace(/[^\w.-]/g, '')}`)
}
