import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOnceMember } from '~/http/once-member.server'
import { packageFile } from './zip.server'

/** The record of somebody who may have left, whole, for another district. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireOnceMember(args)
  return packageFile(member, args)
}
