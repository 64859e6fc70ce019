import type { ActionFunctionArgs } from '@remix-run/node'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { undoAssignment } from '~/domain/pathways/undoing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

/** Undoes the last thing that was done to an assignment. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.assignment)
  return submit(args.request, nothingInput, async () => {
    await member.write(undoAssignment, id)
    return redirectWithNotice(
      paths.assignment(member.district, id),
      'Undone. Who had begun meanwhile keeps the pathway as their own choice.',
    )
  })
}
