import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editGroup, getGroup } from '~/domain/pathways/groups.server'
import { groupInput } from '~/domain/pathways/inputs.server'
import { groupInWords } from '~/domain/pathways/pathway'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { GroupForm } from './group-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.group.title ?? 'Group'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getGroup, idOf(args.params.pathway), idOf(args.params.group))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const groupKey = idOf(args.params.group)
  return submit(args.request, groupInput, async (input) => {
    await member.write(editGroup, id, groupKey, input)
    return redirect(`${paths.managedPathway(member.district, id)}#step-${groupKey}`)
  })
}

export default function EditGroup() {
  const { group, steps, pathway } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={group.title}
        lead={steps > 0 ? `${groupInWords(group, steps)}.` : 'No step is in it yet.'}
      />
      <FormReply reply={reply}>
        <GroupForm pathway={pathway} group={group} isMain />
      </FormReply>
    </>
  )
}
