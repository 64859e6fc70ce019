import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeRecord } from '~/domain/record/taking.server'
import { requireMember } from '~/http/member.server'

/** One's own record as data. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const record = await member.read(takeRecord)
  return new Response(JSON.stringify(record, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="cairn-record-${record.asOf}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
