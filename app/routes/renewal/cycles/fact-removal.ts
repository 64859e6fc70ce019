import type { ActionFunctionArgs } from '@remix-run/node'
import { removeFact } from '~/domain/licenses/attesting.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Removing an attestation from a cycle. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.cycle)
  return press(paths.editCycle(member.district, id), async () => {
    await member.write(removeFact, id, idOf(args.params.fact))
    return { text: 'Removed.' }
  })
}
