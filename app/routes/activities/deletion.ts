import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteDraft } from '~/domain/activities/drafting.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const files = await member.write(deleteDraft, idOf(args.params.activity))
  for (const id of files) await args.context.files.remove(member.district.id, id)
  return redirectWithNotice(paths.activities(member.district), 'Draft deleted.')
}
