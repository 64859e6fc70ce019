import type { ActionFunctionArgs } from '@remix-run/node'
import { settlingInput } from '~/domain/comments/inputs.server'
import { settleComment } from '~/domain/comments/writing.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Marking what a comment asks for as settled, or as not settled after all. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const comment = idOf(args.params.comment)
  return submit(args.request, settlingInput, ({ intent }) =>
    press(`${paths.managedPathway(member.district, id)}#comment-${comment}`, async () => {
      await member.write(settleComment, id, comment, intent)
    }),
  )
}
