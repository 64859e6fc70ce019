import { type ActionFunctionArgs, data } from '@remix-run/node'
import { saveDraft } from '~/domain/activities/drafting.server'
import { draftInput } from '~/domain/activities/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** Keeps what is typed so far; the form does this by itself whenever typing pauses. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const form = await args.request.formData()
  form.set('id', idOf(args.params.activity))
  form.delete('link')
  return submit(form, draftInput, async (draft) => {
    const { version } = await member.write(saveDraft, draft)
    const savedAt = new Intl.DateTimeFormat('en-US', {
      timeStyle: 'short',
      timeZone: member.district.timeZone,
    }).format(member.now)
    return data({ version, savedAt })
  })
}
