import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openCorrectionForm } from '~/domain/badges/form.server'
import { awardInput } from '~/domain/badges/inputs.server'
import { correctAward } from '~/domain/badges/recording.server'
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
import { AwardForm } from './award-form'

export const meta: MetaFunction = () => [{ title: 'Correct a badge · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const awardId = idOf(args.params.award)
  const form = await member.read(openCorrectionForm, awardId)
  const history = await member.read(listHistory, { awardId })
  return { ...form, history, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.award)
  return submitWithFiles(args, member, awardInput, async (input, { files }) => {
    const { reviewers } = await member.write(correctAward, { ...input, id }, files)
    return redirectWithNotice(
      paths.award(member.district, id),
      `Corrected and sent to ${anyOf(reviewers)}.`,
    )
  })
}

export default function EditAward() {
  const { award, history, kept, ...form } = useLoaderData<typeof loader>()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        title={award.title}
        lead={
          award.verification === 'withdrawn'
            ? 'You took it back. Correct what is needed and send it again.'
            : 'It came back with a question. Correct what is needed and send it again.'
        }
      />
      <QuestionAsked history={history} />
      <AwardForm key={award.id} id={award.id} values={award} reply={reply} {...form} />
      <EvidenceRemovalForms evidence={form.evidence} />
    </>
  )
}
