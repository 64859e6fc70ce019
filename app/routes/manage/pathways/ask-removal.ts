import type { ActionFunctionArgs } from '@remix-run/node'
import { removeAsk } from '~/domain/pathways/steps.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Taking away something that a step accepts. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const stepKey = idOf(args.params.step)
  return press(paths.pathwayStep(member.district, { id }, stepKey), async () => {
    await member.write(removeAsk, id, stepKey, idOf(args.params.ask))
    return { text: 'The step no longer accepts it.' }
  })
}
