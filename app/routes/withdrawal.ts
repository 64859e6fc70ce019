import type { ActionFunctionArgs } from '@remix-run/node'
import { withdraw } from '~/domain/approvals/deciding.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { submissionPath } from '~/http/submission-path.server'

/** Taking back what was sent, as long as nobody has acted on it. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const submission = await member.write(withdraw, idOf(args.params.submission))
  return redirectWithNotice(
    submissionPath(member.district, submission),
    'Taken back. You can change it and send it again.',
  )
}
