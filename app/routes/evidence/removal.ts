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
  const { district } = member
  if (removed.kind === 'file') await args.context.files.remove(district.id, removed.id)
  return redirectWithNotice(pageOf(district, removed), 'Evidence removed.')
}

type Removed = Awaited<ReturnType<typeof removeEvidence>>

/** The page where the evidence stood. */
function pageOf(district: { slug: string }, removed: Removed) {
  const { activityId, completionId, awardId, goalId, enrollmentId } = removed
  if (activityId) return paths.editActivity(district, activityId)
  if (completionId) return paths.editCompletion(district, completionId)
  if (awardId) return paths.editAward(district, awardId)
  return goalId ? paths.goal(district, goalId) : paths.enrollment(district, enrollmentId!)
}
