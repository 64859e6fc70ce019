import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { takePackage } from '~/domain/packages/taking.server'
import { zipPackage } from '~/domain/packages/zip-writing.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

/** One's own record as a package to save, with what the query asks to come along. */
export async function packageFile(member: Member, { request, context }: LoaderFunctionArgs) {
  const query = queryOf(request)
  const asks = (name: string) => query.oneOf(name, ['yes']) === 'yes'
  const taken = await member.read(takePackage, {
    files: asks('files'),
    students: asks('students'),
    numbers: asks('numbers'),
  })
  const { files } = context
  const zip = zipPackage(taken, { files, districtId: member.district.id, madeAt: member.now })
  return new Response(createReadableStreamFromReadable(zip), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="cairn-record-${taken.asOf}.zip"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
