import type { ActionFunctionArgs } from '@remix-run/node'
import { takeBackComment } from '~/domain/comments/writing.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Taking back what one said about a version that is being built. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const comment = idOf(args.params.comment)
  return submit(args.request, nothingInput, () =>
    press(`${paths.pathwayPreview(member.district, id)}#comments`, async () => {
      await member.write(takeBackComment, id, comment)
      return { text: 'Your comment is taken back.' }
    }),
  )
}
