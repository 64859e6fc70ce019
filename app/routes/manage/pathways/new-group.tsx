import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addGroup } from '~/domain/pathways/groups.server'
import { groupInput } from '~/domain/pathways/inputs.server'
import { openNewStep } from '~/domain/pathways/steps.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { GroupForm } from './group-form'

export const meta: MetaFunction = () => [{ title: 'Add a group · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { pathway: await member.read(openNewStep, idOf(args.params.pathway)) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return submit(args.request, groupInput, async (input) => {
    const { groupKey } = await member.write(addGroup, id, input)
    return redirect(`${paths.managedPathway(member.district, id)}#step-${groupKey}`)
  })
}

export default function NewGroup() {
  const { pathway } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title="Add a group"
        lead="Steps that belong together; move them into it on the path."
      />
      <FormReply reply={reply}>
        <GroupForm pathway={pathway} isMain />
      </FormReply>
    </>
  )
}
