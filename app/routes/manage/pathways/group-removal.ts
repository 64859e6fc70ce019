import type { ActionFunctionArgs } from '@remix-run/node'
import { removeGroup } from '~/domain/pathways/groups.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Taking a group apart; its steps stay. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return press(paths.managedPathway(member.district, id), async () => {
    await member.write(removeGroup, id, idOf(args.params.group))
    return { text: 'The group is taken apart; its steps are still there.' }
  })
}
