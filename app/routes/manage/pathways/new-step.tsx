import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stepInput } from '~/domain/pathways/inputs.server'
import type { StepKind } from '~/domain/pathways/pathway'
import { STEP_KINDS } from '~/domain/pathways/step-kinds'
import { addStep, openNewStep } from '~/domain/pathways/steps.server'
import { choicesFor } from '~/http/ask-choices.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { StepForm } from './step-form'

export const meta: MetaFunction = () => [{ title: 'Add a step · Cairn' }]

const KINDS = Object.keys(STEP_KINDS) as StepKind[]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const pathway = await member.read(openNewStep, idOf(args.params.pathway))
  const kind = queryOf(args.request).oneOf('kind', KINDS) ?? 'course'
  return { pathway, kind, choices: await choicesFor(member, pathway.id) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return submit(args.request, stepInput, async (input) => {
    const { stepKey } = await member.write(addStep, id, input)
    return redirect(`${paths.managedPathway(member.district, id)}#step-${stepKey}`)
  })
}

export default function NewStep() {
  const { pathway, kind, choices } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title="Add a step"
        lead={STEP_KINDS[kind].adding}
      />
      <FormReply reply={reply}>
        <StepForm pathway={pathway} kind={kind} choices={choices} isMain />
      </FormReply>
    </>
  )
}
