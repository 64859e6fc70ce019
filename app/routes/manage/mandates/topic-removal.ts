import type { ActionFunctionArgs } from '@remix-run/node'
import { removeTopic } from '~/domain/mandates/building.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

/** Takes a topic out of a required training. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  return submit(args.request, nothingInput, async () => {
    await member.write(removeTopic, id, idOf(args.params.topic))
    return redirectWithNotice(paths.mandate(member.district, id), 'The topic is removed.')
  })
}
