import type { LoaderFunctionArgs } from '@remix-run/node'
import { recordCsv } from '~/domain/record/csv.server'
import { takeRecord } from '~/domain/record/taking.server'
import { requireMember } from '~/http/member.server'

/** One's own record as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const record = await member.read(takeRecord)
  return new Response(recordCsv(record), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="cairn-record-${record.asOf}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
