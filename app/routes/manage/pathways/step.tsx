import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAchievements } from '~/domain/badges/catalog.server'
import { listCourses } from '~/domain/courses/queries.server'
import { stepInput } from '~/domain/pathways/inputs.server'
import { STEP_KINDS } from '~/domain/pathways/pathway'
import { editStep, getStep } from '~/domain/pathways/steps.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { StepForm } from './step-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.step.title ?? 'Step'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const [page, courses, achievements] = await Promise.all([
    member.read(getStep, idOf(args.params.pathway), idOf(args.params.step)),
    member.read(listCourses),
    member.read(listAchievements),
  ])
  return { ...page, choices: { courses, achievements } }
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
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={step.title}
        lead={`${STEP_KINDS[step.kind].adding}. Who has done the step as it was keeps it.`}
      />
      <FormReply reply={reply}>
        <StepForm pathway={pathway} kind={step.kind} choices={choices} step={step} isMain />
      </FormReply>
    </>
  )
}
