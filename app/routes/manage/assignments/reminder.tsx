import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reminderInput } from '~/domain/reminders/inputs.server'
import { type Outcome, OUTCOMES } from '~/domain/reminders/reminder'
import { previewReminder, remind } from '~/domain/reminders/reminding.server'
import { enrolledFilterOf } from '~/http/enrolled-filter.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { ReminderForm } from './reminder-form'
import { ReminderOutcomes } from './reminder-outcomes'

export const meta: MetaFunction = () => [{ title: 'Remind · Cairn' }]

const SHOWN = Object.keys(OUTCOMES) as Outcome[]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const { sort: _sort, page, ...narrowing } = enrolledFilterOf(args.request)
  const note = query.text('note')
  const shown = query.oneOf('show', SHOWN) ?? 'written'
  const { origin, smtpUrl } = args.context.environment
  const preview = await member.read(previewReminder, idOf(args.params.assignment), {
    narrowing,
    shown,
    page,
    note,
    origin,
  })
  return { preview, narrowing, shown, note, sendsMail: smtpUrl !== undefined }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.assignment)
  const { sort: _sort, page: _page, ...narrowing } = enrolledFilterOf(args.request)
  const { origin } = args.context.environment
  return submit(args.request, reminderInput, async (input) => {
    const letters = await member.write(remind, id, narrowing, input, origin)
    return redirectWithNotice(
      paths.assignment(member.district, id),
      `${counted(letters, 'letter is', 'letters are')} on the way.`,
    )
  })
}

export default function Remind() {
  const { preview, narrowing, shown, note, sendsMail } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const { assignment, counts } = preview
  const back = paths.assignment(district, assignment)
  return (
    <>
      <PageHeader
        trail={
          <PathwayTrail
            pathway={{ id: assignment.pathwayId, title: assignment.pathway }}
            assignment={assignment}
          />
        }
        title={
          counts.written > 0
            ? `Remind ${counted(counts.written, 'person', 'people')}`
            : 'Nobody to remind'
        }
        lead="Below stands the letter, and exactly who gets it and who does not. Nothing leaves before you send it."
      />
      <ReminderForm
        preview={preview}
        narrowing={narrowing}
        note={note}
        sendsMail={sendsMail}
        reply={reply}
        back={back}
      />
      <ReminderOutcomes preview={preview} shown={shown} />
    </>
  )
}
