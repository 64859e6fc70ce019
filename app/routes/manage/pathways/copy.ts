import type { ActionFunctionArgs } from '@remix-run/node'
import { copyPathway } from '~/domain/pathways/copying.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

/** Beginning a pathway that is like another one. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, nothingInput, async () => {
    const copy = await member.write(copyPathway, idOf(args.params.pathway))
    return redirectWithNotice(
      paths.managedPathway(member.district, copy),
      'This is the copy. Nobody sees it before you publish it.',
    )
  })
}
