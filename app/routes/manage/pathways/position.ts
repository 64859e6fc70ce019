import type { ActionFunctionArgs } from '@remix-run/node'
import { moveInput } from '~/domain/pathways/inputs.server'
import { moveStep } from '~/domain/pathways/steps.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Moving a step one place up or down. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const stepKey = idOf(args.params.step)
  const path = `${paths.managedPathway(member.district, id)}#step-${stepKey}`
  return submit(args.request, moveInput, ({ direction }) =>
    press(path, async () => {
      await member.write(moveStep, id, stepKey, direction)
    }),
  )
}
