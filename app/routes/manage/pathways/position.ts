import type { ActionFunctionArgs } from '@remix-run/node'
import { movePart } from '~/domain/pathways/draft.server'
import { moveInput } from '~/domain/pathways/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Moving a step or a group: one place up or down, or to where it was dropped. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const key = idOf(args.params.part)
  const path = `${paths.managedPathway(member.district, id)}#step-${key}`
  return submit(args.request, moveInput, (input) =>
    press(path, async () => {
      await member.write(movePart, id, key, input)
    }),
  )
}
