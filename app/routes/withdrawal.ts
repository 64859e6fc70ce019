import type { ActionFunctionArgs } from '@remix-run/node'
import { withdraw } from '~/domain/approvals/deciding.server'
import { getSubmission } from '~/domain/approvals/queue.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { press } from '~/http/press.server'
import { submissionPath } from '~/http/submission-path.server'

/** Taking back what was sent, as long as nobody has acted on it. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const submission = await member.read(getSubmission, idOf(args.params.submission))
  return press(submissionPath(member.district, submission), async () => {
    await member.write(withdraw, submission.id)
    return { text: 'Taken back. You can change it and send it again.' }
  })
}
