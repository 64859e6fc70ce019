import type { ActionFunctionArgs } from '@remix-run/node'
import { removeEvidence } from '~/domain/evidence/commands.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

/** Removing evidence from something that can still be changed. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const removed = await member.write(removeEvidence, idOf(args.params.evidence))
  const { id, kind, activityId, completionId, awardId } = removed
  if (kind === 'file') await args.context.files.remove(member.district.id, id)
  const { district } = member
  const page = activityId
    ? paths.editActivity(district, activityId)
    : completionId
      ? paths.editCompletion(district, completionId)
      : paths.editAward(district, awardId!)
  return redirectWithNotice(page, 'Evidence removed.')
}
