import type { ActionFunctionArgs } from '@remix-run/node'
import { setPrimary } from '~/domain/licenses/withdrawing.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Making a license the primary one of its state. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.license)
  return press(paths.license(member.district, id), async () => {
    await member.write(setPrimary, id)
    return { text: 'This is the primary license now; the renewal cycle follows it.' }
  })
}
