import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMember } from '~/http/member.server'
import { notFound } from '~/http/respond.server'

/** Every address in a district that is none, answered inside of the district's frame. */
export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args)
  throw notFound()
}

export default function NowhereInDistrict() {
  return null
}
