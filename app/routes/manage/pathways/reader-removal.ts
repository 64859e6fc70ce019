import type { ActionFunctionArgs } from '@remix-run/node'
import { stopSharing } from '~/domain/comments/sharing.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Taking somebody off those who are asked about a version. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const reader = idOf(args.params.reader)
  return submit(args.request, nothingInput, () =>
    press(paths.pathwaySharing(member.district, id), async () => {
      await member.write(stopSharing, id, reader)
      return { text: 'They no longer see it. What they said stays.' }
    }),
  )
}
