import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeRecord } from '~/domain/record/taking.server'
import { requireMember } from '~/http/member.server'
import { csvFile } from './file.server'

/** One's own record as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return csvFile(await member.read(takeRecord))
}
