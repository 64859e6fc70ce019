import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listInput } from '~/domain/lists/inputs.server'
import { openList, saveList } from '~/domain/lists/lists.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { ListForm } from './list-form'
import { savedInWords } from './saved-words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.list.name ?? 'A list'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openList, idOf(args.params.list))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const { list } = await member.read(openList, idOf(args.params.list))
  return submit(args.request, listInput, async (input) => {
    const outcome = await member.write(saveList, { ...input, id: list.id })
    return redirectWithNotice(paths.peopleList(member.district, list), savedInWords(outcome))
  })
}

export default function ShowList() {
  const { list } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'Pathways', href: paths.managedPathways(district) },
              { label: 'Lists of people', href: paths.peopleLists(district) },
            ]}
          />
        }
        title={list.name}
        lead={counted(list.people, 'person', 'people')}
      />
      <ListForm key={list.who} values={list} reply={reply} />
      <p className="mt-8">
        <TextLink href={paths.peopleListRemoval(district, list)}>Remove this list</TextLink>
      </p>
    </>
  )
}
