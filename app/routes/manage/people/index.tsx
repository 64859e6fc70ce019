import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMembers } from '~/domain/members/listing.server'
import { MEMBER_SORTS, MEMBER_STATE_NAMES } from '~/domain/members/member'
import { listWorkplaces } from '~/domain/members/workplaces.server'
import { can } from '~/domain/policy'
import { ROLE_NAMES } from '~/domain/staff/staff'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { PeopleFilters } from './people-filters'
import { PeopleTable } from './people-table'

export const meta: MetaFunction = () => [{ title: 'People · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const filter = {
    text: query.text('q'),
    role: query.oneOf('role', ROLE_NAMES),
    organizationId: query.id('organization'),
    state: query.oneOf('state', MEMBER_STATE_NAMES),
    sort: query.oneOf('sort', MEMBER_SORTS) ?? 'name',
    page: query.page(),
  } as const
  const [list, organizations] = await Promise.all([
    member.read(listMembers, filter),
    member.read(listWorkplaces),
  ])
  return { list, organizations, filter, mayAdd: can(member.actor, 'affiliation.edit') }
}

export default function People() {
  const { list, organizations, filter, mayAdd } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const isNarrowed = !!(filter.text ?? filter.role ?? filter.organizationId ?? filter.state)
  return (
    <>
      <PageHeader
        title="People"
        lead={
          isNarrowed
            ? `${counted(list.total, 'person fits', 'people fit')}.`
            : `${counted(list.total, 'person', 'people')}, with those who have left.`
        }
        action={
          mayAdd && (
            <ButtonLink href={paths.newPerson(district)} tone="primary" icon="plus">
              Add a person
            </ButtonLink>
          )
        }
      >
        <TextLink href={paths.organizations(district)}>Schools and departments</TextLink>
      </PageHeader>
      <PeopleFilters filter={filter} organizations={organizations} />
      {list.total === 0 ? (
        <EmptyState
          title="Nobody fits"
          icon="people"
          action={<TextLink href="?">Show everybody</TextLink>}
        >
          Nobody has this name, role and state. People come in with the roster, or are added one by
          one.
        </EmptyState>
      ) : (
        <PeopleTable people={list.rows} total={list.total} sort={url.sort(filter.sort)} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
