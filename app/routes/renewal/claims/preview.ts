import type { LoaderFunctionArgs } from '@remix-run/node'
import { CLAIM_KINDS } from '~/domain/claims/editing.server'
import { previewClaim } from '~/domain/renewal/preview.server'
import { requireMember } from '~/http/member.server'
import { idOf, oneOf } from '~/http/params.server'

/** What the rules make of something as it was saved last; the form asks whenever it has saved. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const kind = oneOf(args.params.kind, CLAIM_KINDS)
  return member.read(previewClaim, kind, idOf(args.params.subject))
}
