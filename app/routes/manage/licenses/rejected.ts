import type { LoaderFunctionArgs } from '@remix-run/node'
import { getRejections } from '~/domain/license-imports/previewing.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** The rejected rows of a file of licenses, with the reasons. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const rejections = await member.read(getRejections, idOf(args.params.import))
  return new Response(rejections.csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="rejected-${rejections.file.replace(/[^\w.-]/g, '')}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
