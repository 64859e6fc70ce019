import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openCorrectionForm } from '~/domain/completions/form.server'
import { completionInput } from '~/domain/completions/inputs.server'
import { correctCompletion } from '~/domain/completions/recording.server'
import { listHistory } from '~/domain/reviews/history.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submitWithFiles } from '~/http/form-with-files.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { anyOf } from '~/domain/people/name'
import { EvidenceRemovalForms } from '~/parts/evidence-list'
import { QuestionAsked } from '~/parts/question-asked'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { CompletionForm } from './completion-form'

export const meta: MetaFunction = () => [{ title: 'Correct a course · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const completionId = idOf(args.params.completion)
  const form = await member.read(openCorrectionForm, completionId)
  const history = await member.read(listHistory, { completionId })
  return { ...form, history, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.completion)
  return submitWithFiles(args, member, completionInput, async (input, { files }) => {
    const { reviewers } = await member.write(correctCompletion, { ...input, id }, files)
    return redirectWithNotice(
      paths.completion(member.district, id),
      `Corrected and sent to ${anyOf(reviewers)}.`,
    )
  })
}

export default function EditCompletion() {
  const { completion, history, kept, ...form } = useLoaderData<typeof loader>()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        title={completion.title}
        lead={
          completion.status === 'returned'
            ? 'It came back with a question. Correct what is needed and send it again.'
            : 'You took it back. Correct what is needed and send it again.'
        }
      />
      <QuestionAsked history={history} />
      <CompletionForm
        key={completion.id}
        id={completion.id}
        version={completion.version}
        values={completion}
        reply={reply}
        {...form}
      />
      <EvidenceRemovalForms evidence={form.evidence} />
    </>
  )
}
