import type { ActionFunctionArgs } from '@remix-run/node'
import { activityInput, draftInput } from '~/domain/activities/inputs.server'
import { saveDraftWithFiles } from '~/domain/activities/drafting.server'
import { sendActivity } from '~/domain/activities/sending.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import type { Member } from '~/http/member.server'
import { paths } from '~/http/paths'
import { receiveForm } from '~/http/upload.server'

/**
 * Keeps what the form brings, and then sends it if that is the button that was pressed: whatever
 * sending refuses, the draft and its files are safe.
 */
export async function saveActivity(args: ActionFunctionArgs, member: Member) {
  const { fields, files, refused, discard } = await receiveForm(args, member)
  let isKept = false
  try {
    return await submit(fields, draftInput, async (draft) => {
      const saved = await member.write(saveDraftWithFiles, draft, files)
      isKept = true
      fields.set('version', String(saved.version))
      return submit(fields, draftInput, async () => {
        if (refused) throw refused
        if (fields.get('then') === 'send') return send(fields, member)
        return redirectWithNotice(paths.editActivity(member.district, saved), 'Draft saved.')
      })
    })
  } finally {
    if (!isKept) await discard()
  }
}

function send(fields: FormData, member: Member) {
  return submit(fields, activityInput, async ({ id }) => {
    const { reviewers } = await member.write(sendActivity, id)
    const [first] = reviewers
    return redirectWithNotice(
      paths.activity(member.district, id),
      first ? `Sent to ${first.name}.` : 'Sent to the district office.',
    )
  })
}
