import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reopeningInput } from '~/domain/approvals/inputs.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { showSubmission } from '~/domain/approvals/showing.server'
import { noteView } from '~/domain/record/opening.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { keptQueryOf } from './kept-query'
import { SubmissionPanel } from './submission-panel'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.submission.title ?? 'Approvals'} · Cairn` },
]

/** A decided submission, with the form that takes the decision back. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const shown = await member.read(showSubmission, idOf(args.params.submission))
  if (!shown.can.decide) await member.write(noteView, shown.submission.memberId, 'submission')
  return shown
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.submission)
  return submit(args.request, reopeningInput, async (input) => {
    const { submission, pathwaysKept } = await member.write(reopenSubmission, id, input)
    return redirectWithNotice(
      paths.approval(member.district, submission) + keptQueryOf(args.request),
      [`“${submission.title}” waits for a decision again.`, ...pathwaysKept.map(keptWords)].join(
        ' ',
      ),
    )
  })
}

const keptWords = (title: string) => `The pathway “${title}” was completed with it and stays so.`

export default function Reopening() {
  const shown = useLoaderData<typeof loader>()
  return <SubmissionPanel key={shown.submission.id} {...shown} reply={useReply()} />
}
