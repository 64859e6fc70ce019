import type { LoaderFunctionArgs } from '@remix-run/node'
import { getRejections } from '~/domain/roster/imports.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'

/** The rejected rows of one file of an import, with the reasons. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const file = queryOf(args.request).text('file')
  const rejections = await member.read(getRejections, idOf(args.params.import), file)
  return new Response(rejections.csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="rejected-${rejections.file.replace(/[^\w.-]/g, '')}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
