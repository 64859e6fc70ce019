import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editMandate } from '~/domain/mandates/building.server'
import { openMandate } from '~/domain/mandates/form.server'
import { mandateInput } from '~/domain/mandates/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { MandateForm } from './mandate-form'
import { MandateTrail } from './mandate-trail'
import { valuesOfMandate } from './mandate-values'
import { typedOr } from './typed.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change ${data?.mandate.title ?? 'a required training'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { mandate, people, ...page } = await member.read(openMandate, idOf(args.params.mandate))
  return { ...page, mandate, values: typedOr(args.request, valuesOfMandate(mandate, people)) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  return submit(args.request, mandateInput, async (input) => {
    await member.write(editMandate, id, input)
    return redirectWithNotice(paths.mandate(member.district, id), 'Saved.')
  })
}

export default function EditMandate() {
  const { mandate, counts, choices, values } = useLoaderData<typeof loader>()
  const reply = useReply()
  const asked =
    mandate.status === 'on'
      ? `${counted(counts.asked, 'person is', 'people are')} asked now. What they have met or missed stays; what waits to be met moves to the new dates, and who no longer fits is asked no more.`
      : 'Nobody is asked before it is switched on.'
  return (
    <>
      <PageHeader
        trail={<MandateTrail mandate={mandate} />}
        title={`Change “${mandate.title}”`}
        lead={asked}
      />
      <MandateForm values={values} choices={choices} reply={reply} saving="Save the training" />
    </>
  )
}
