import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listStaff } from '~/domain/staff/listing.server'
import { listVisibleOrganizations } from '~/domain/staff/organizations.server'
import { ROLE_NAMES, STAFF_NEED_NAMES, STAFF_SORTS } from '~/domain/staff/staff'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { EmptyState } from '~/ui/empty-state'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { StaffFilters } from './staff-filters'
import { StaffTable } from './staff-table'

export const meta: MetaFunction = () => [{ title: 'Staff · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const filter = {
    organizationId: query.id('organization'),
    role: query.oneOf('role', ROLE_NAMES),
    need: query.oneOf('need', STAFF_NEED_NAMES),
    sort: query.oneOf('sort', STAFF_SORTS) ?? 'name',
    page: query.page(),
  }
  const [staff, organizations] = await Promise.all([
    member.read(listStaff, filter),
    member.read(listVisibleOrganizations),
  ])
  return { staff, organizations, filter }
}

export default function Staff() {
  const { staff, organizations, filter } = useLoaderData<typeof loader>()
  const url = useListUrl()
  const schools = organizations.filter(({ kind }) => kind !== 'district')
  const [only] = schools.length === 1 ? schools : []
  const isNarrowed = !!(filter.organizationId ?? filter.role ?? filter.need)
  return (
    <>
      <PageHeader
        title={only ? `Staff of ${only.name}` : 'Staff'}
        lead={`${counted(staff.total, 'person', 'people')}${isNarrowed ? ' fit' : ''}, this school year.`}
      />
      <StaffFilters filter={filter} organizations={only ? [] : schools} />
      {staff.total === 0 ? (
        <EmptyState
          title={isNarrowed ? 'Nobody fits' : 'Nobody is here yet'}
          icon="staff"
          action={isNarrowed && <TextLink href="?">Show everybody</TextLink>}
        >
          {isNarrowed
            ? 'No one of the staff is in this group today.'
            : 'People come in with the roster, or when an administrator adds them.'}
        </EmptyState>
      ) : (
        <StaffTable staff={staff} sort={url.sort(filter.sort)} />
      )}
      <Pagination
        page={staff.page}
        pageCount={staff.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
