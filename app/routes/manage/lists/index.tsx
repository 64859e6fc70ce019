import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listInput } from '~/domain/lists/inputs.server'
import { listLists, saveList } from '~/domain/lists/lists.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { PathwayTrail } from '../pathway-trail'
import { ListForm } from './list-form'
import { savedInWords } from './saved-words'

export const meta: MetaFunction = () => [{ title: 'Lists of people · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listLists, queryOf(args.request).page())
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, listInput, async (input) => {
    const outcome = await member.write(saveList, input)
    return redirectWithNotice(paths.peopleList(member.district, input), savedInWords(outcome))
  })
}

export default function Lists() {
  const { lists, newId } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail />}
        title="Lists of people"
        lead="Pathways can be assigned to a list, such as the new mentors. Whoever comes to it gets what its assignments give."
      />
      {lists.total > 0 && (
        <ul className="mb-10 max-w-form divide-y divide-line border-y border-line">
          {lists.rows.map((list) => (
            <li key={list.id} className="flex justify-between gap-4 py-3">
              <TextLink href={paths.peopleList(district, list)}>{list.name}</TextLink>
              <span className="text-ink-quiet">{counted(list.people, 'person', 'people')}</span>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={lists.page}
        pageCount={lists.pages}
        href={(page) => url({ page }, 'keep page')}
      />
      <Section title="A new list">
        <ListForm values={{ id: newId }} reply={reply} />
      </Section>
    </>
  )
}
