import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { StepKind } from '~/domain/pathways/pathway'
import { STEP_KINDS } from '~/domain/pathways/step-kinds'
import { askInput } from '~/domain/pathways/step-kinds/registry.server'
import { addAsk, getStep } from '~/domain/pathways/steps.server'
import { choicesFor } from '~/http/ask-choices.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { AskForm } from './equivalences'

export const meta: MetaFunction = () => [{ title: 'Accept something else · Cairn' }]

const KINDS = Object.keys(STEP_KINDS) as StepKind[]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const page = await member.read(getStep, idOf(args.params.pathway), idOf(args.params.step))
  const kind = queryOf(args.request).oneOf('kind', KINDS) ?? 'course'
  return { ...page, kind, choices: await choicesFor(member, page.pathway.id) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const stepKey = idOf(args.params.step)
  return submit(args.request, askInput, async (input) => {
    await member.write(addAsk, id, stepKey, input)
    return redirect(paths.pathwayStep(member.district, { id }, stepKey))
  })
}

export default function NewAsk() {
  const { step, pathway, kind, choices } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title="Accept something else"
        lead={`${step.title}: ${STEP_KINDS[kind].adding.toLowerCase()} instead.`}
      />
      <FormReply reply={reply}>
        <AskForm pathway={pathway} step={step} kind={kind} choices={choices} />
      </FormReply>
    </>
  )
}
