import type { ActionFunctionArgs } from '@remix-run/node'
import { discardDraft, startDraft } from '~/domain/pathways/building.server'
import { draftIntentInput } from '~/domain/pathways/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { backTo } from './back-to.server'

/** Beginning a new version of a published pathway, or throwing it away. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const command = { start: startDraft, discard: discardDraft }
  return submit(args.request, draftIntentInput, ({ intent }) =>
    backTo(paths.managedPathway(member.district, id), () => member.write(command[intent], id)),
  )
}
