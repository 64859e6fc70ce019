import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeRecord } from '~/domain/record/taking.server'
import { requireMember } from '~/http/member.server'
import { jsonFile } from './file.server'

/** One's own record as data. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return jsonFile(await member.read(takeRecord))
}
