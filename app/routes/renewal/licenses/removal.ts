import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawLicense } from '~/domain/licenses/withdrawing.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Removing a license from those that are renewed. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const { district } = member
  return press(paths.renewal(district), async () => {
    const { isOwn } = await member.write(withdrawLicense, idOf(args.params.license))
    return {
      text: 'License removed.',
      path: isOwn ? paths.renewal(district) : paths.managedLicenses(district),
    }
  })
}
