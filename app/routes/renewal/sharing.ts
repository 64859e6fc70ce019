import type { ActionFunctionArgs } from '@remix-run/node'
import { sharingInput } from '~/domain/licenses/inputs.server'
import { shareHealth } from '~/domain/licenses/sharing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'

/** Letting the principal see whether the renewal is on course, or no longer. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, sharingInput, async ({ shares }) => {
    await member.write(shareHealth, shares)
    return redirectWithNotice(
      paths.renewal(member.district),
      shares
        ? 'Your principal may see whether your renewal is on course.'
        : 'Your principal no longer sees anything about your renewal.',
    )
  })
}
