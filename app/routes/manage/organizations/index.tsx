import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GRADE_BAND_NAMES, ORGANIZATION_KINDS } from '~/domain/organizations/organization'
import { listOrganizations } from '~/domain/organizations/queries.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Schools and departments · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { list: await member.read(listOrganizations, queryOf(args.request).page()) }
}

const INDENTS = ['', 'md:pl-5', 'md:pl-10', 'md:pl-15']

export default function Organizations() {
  const { list } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'People', href: paths.people(district) }]} />}
        title="Schools and departments"
        lead="They come in with the roster. Name and grade band can be changed here."
      />
      <Table
        caption={counted(list.total, 'organization', 'organizations')}
        rows={list.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: 'Name',
            rowHead: true,
            cell: (row) => (
              <span className={INDENTS[Math.min(row.depth, INDENTS.length - 1)]}>
                <TextLink href={paths.organization(district, row)} strong>
                  {row.name}
                </TextLink>
              </span>
            ),
          },
          {
            key: 'kind',
            head: 'Kind',
            cell: (row) =>
              row.closedOn ? (
                <>
                  {ORGANIZATION_KINDS[row.kind]}, closed on{' '}
                  <Day value={row.closedOn} today={today} short />
                </>
              ) : (
                ORGANIZATION_KINDS[row.kind]
              ),
          },
          {
            key: 'band',
            head: 'Grade band',
            cell: ({ gradeBand }) => (gradeBand ? GRADE_BAND_NAMES[gradeBand] : '–'),
          },
          {
            key: 'staff',
            head: 'Staff',
            numeric: true,
            cell: ({ staff }) => staff.toLocaleString('en-US'),
          },
        ]}
      />
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
