import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stepInput } from '~/domain/pathways/inputs.server'
import { STEP_KINDS } from '~/domain/pathways/step-kinds'
import { editStep, getStep } from '~/domain/pathways/steps.server'
import { choicesFor } from '~/http/ask-choices.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { Equivalences } from './equivalences'
import { StepForm } from './step-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.step.title ?? 'Step'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const page = await member.read(getStep, idOf(args.params.pathway), idOf(args.params.step))
  return { ...page, choices: await choicesFor(member, page.pathway.id) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const stepKey = idOf(args.params.step)
  return submit(args.request, stepInput, async (input) => {
    await member.write(editStep, id, stepKey, input)
    return redirect(`${paths.managedPathway(member.district, id)}#step-${stepKey}`)
  })
}

export default function EditStep() {
  const { step, pathway, choices } = useLoaderData<typeof loader>()
  const reply = useReply()
  const { kind } = step.asks[0]!
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={step.title}
        lead={`${STEP_KINDS[kind].adding}. Who has done the step as it was keeps it.`}
      />
      <FormReply reply={reply}>
        <StepForm pathway={pathway} kind={kind} choices={choices} step={step} isMain />
      </FormReply>
      <Equivalences pathway={pathway} step={step} choices={choices} />
    </>
  )
}
