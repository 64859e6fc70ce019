import type { LoaderFunctionArgs } from '@remix-run/node'
import { previewClaim } from '~/domain/renewal/preview.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** What the rules make of something as it was saved last; the form asks whenever it has saved. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(previewClaim, idOf(args.params.subject))
}
