import type { ActionFunctionArgs } from '@remix-run/node'
import { removeStep } from '~/domain/pathways/steps.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Taking a step out of the version that is being built. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const stepKey = idOf(args.params.step)
  return press(paths.managedPathway(member.district, id), async () => {
    await member.write(removeStep, id, stepKey)
    return { text: 'Step removed.' }
  })
}
