import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMember } from '~/http/member.server'
import { packageFile } from './zip.server'

/** One's own record, whole, for another district. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return packageFile(member, args)
}
