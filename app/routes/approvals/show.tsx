import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { decide } from '~/domain/approvals/deciding.server'
import { decisionInput } from '~/domain/approvals/inputs.server'
import { findNext, showSubmission } from '~/domain/approvals/showing.server'
import { noteView } from '~/domain/record/opening.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { keptQueryOf } from './kept-query'
import { SubmissionPanel } from './submission-panel'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.submission.title ?? 'Approvals'} · Cairn` },
]

const DONE = { approved: 'Approved', returned: 'Returned', denied: 'Denied' }

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const shown = await member.read(showSubmission, idOf(args.params.submission))
  if (!shown.can.decide) await member.write(noteView, shown.submission.memberId, 'submission')
  return shown
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const form = await args.request.formData()
  form.set('submissions', idOf(args.params.submission))
  return submit(form, decisionInput, async (input) => {
    const [decided] = await member.write(decide, input)
    const next = await member.read(findNext, decided!, queryOf(args.request).id('organization'))
    const kept = keptQueryOf(args.request)
    return redirectWithNotice(
      (next ? paths.approval(member.district, next) : paths.approvals(member.district)) + kept,
      `${DONE[input.decision]}: ${decided!.title}.`,
      {
        link:
          input.decision === 'returned'
            ? undefined
            : { href: paths.reopening(member.district, decided!) + kept, label: 'Take it back' },
      },
    )
  })
}

export default function ShowSubmission() {
  const shown = useLoaderData<typeof loader>()
  return <SubmissionPanel key={shown.submission.id} {...shown} reply={useReply()} />
}
