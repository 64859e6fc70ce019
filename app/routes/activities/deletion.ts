import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteDraft } from '~/domain/activities/drafting.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Deleting an activity that was never sent. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const { district } = member
  const id = idOf(args.params.activity)
  return press(paths.editActivity(district, id), async () => {
    const files = await member.write(deleteDraft, id)
    for (const file of files) await args.context.files.remove(district.id, file)
    return { text: 'Draft deleted.', path: paths.activities(district) }
  })
}
