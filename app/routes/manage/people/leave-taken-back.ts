import type { ActionFunctionArgs } from '@remix-run/node'
import { takeBackLeave } from '~/domain/members/leaves.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const personId = idOf(args.params.person)
  await member.write(takeBackLeave, personId, idOf(args.params.leave))
  return redirectWithNotice(
    paths.personLeaves(member.district, personId),
    'The leave is taken back: they count as if it had never been.',
  )
}
