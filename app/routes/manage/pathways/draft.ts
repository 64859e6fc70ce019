import type { ActionFunctionArgs } from '@remix-run/node'
import { discardDraft, startDraft } from '~/domain/pathways/building.server'
import { draftIntentInput } from '~/domain/pathways/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Beginning a new version of a published pathway, or throwing it away. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const command = { start: startDraft, discard: discardDraft }
  const text = {
    start: 'A new version is begun; nobody sees it before you publish it.',
    discard: 'The new version is thrown away.',
  }
  return submit(args.request, draftIntentInput, ({ intent }) =>
    press(paths.managedPathway(member.district, id), async () => {
      await member.write(command[intent], id)
      return { text: text[intent] }
    }),
  )
}
