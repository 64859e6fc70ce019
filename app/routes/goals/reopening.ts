import type { ActionFunctionArgs } from '@remix-run/node'
import { reopenGoal } from '~/domain/goals/following.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Opening a goal again that was closed today by mistake. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.goal)
  return press(paths.goal(member.district, id), async () => {
    await member.write(reopenGoal, id)
    return { text: 'The goal is open again.' }
  })
}
