import type { ActionFunctionArgs } from '@remix-run/node'
import { removeStep } from '~/domain/pathways/steps.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { backTo } from './back-to.server'

/** Taking a step out of the version that is being built. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const stepKey = idOf(args.params.step)
  return backTo(paths.managedPathway(member.district, id), () =>
    member.write(removeStep, id, stepKey),
  )
}
