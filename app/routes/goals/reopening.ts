import type { ActionFunctionArgs } from '@remix-run/node'
import { reopenGoal } from '~/domain/goals/following.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

/** Opening a goal again that was closed today by mistake. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.goal)
  await member.write(reopenGoal, id)
  return redirectWithNotice(paths.goal(member.district, id), 'The goal is open again.')
}
