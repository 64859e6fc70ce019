import type { ActionFunctionArgs } from '@remix-run/node'
import { removeEvidence } from '~/domain/evidence/commands.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const removed = await member.write(removeEvidence, idOf(args.params.evidence))
  if (removed.kind === 'file') await args.context.files.remove(member.district.id, removed.id)
  return redirectWithNotice(
    paths.editActivity(member.district, removed.activityId!),
    'Evidence removed.',
  )
}
