import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPathways } from '~/domain/pathways/queries.server'
import { PATHWAY_STATUSES } from '~/domain/pathways/pathway'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { EmptyState } from '~/ui/empty-state'
import { FilterChips } from '~/ui/filter-chips'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { PathwayTable } from './pathway-table'

export const meta: MetaFunction = () => [{ title: 'Pathways of the district · Cairn' }]

const STATUSES = ['published', 'draft', 'retired'] as const

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const filter = {
    status: query.oneOf('status', STATUSES),
    text: query.text('text'),
    page: query.page(),
  }
  return { ...(await member.read(listPathways, filter)), filter }
}

export default function ManagedPathways() {
  const { pathways, requestsWaiting, can, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const build = can.build && (
    <ButtonLink href={paths.newPathway(district)} tone="primary" icon="plus">
      Build a pathway
    </ButtonLink>
  )
  if (pathways.total === 0 && !filter.status && !filter.text) {
    return (
      <>
        <PageHeader title="Pathways" />
        <EmptyState title="No pathway yet" icon="pathway" action={build}>
          A pathway is a few steps in an order: a course, hours on a competency, a badge, something
          to show. Build one, publish it, and give it to whom it is for.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Pathways" action={build || undefined}>
        {can.assign && <BesidePathways requestsWaiting={requestsWaiting} />}
      </PageHeader>
      <div className="mb-6">
        <FilterChips
          label="State"
          chips={STATUSES.map((status) => ({
            label: PATHWAY_STATUSES[status],
            active: filter.status === status,
            href: url({ status: filter.status === status ? null : status }),
          }))}
        />
      </div>
      {pathways.total === 0 ? (
        <EmptyState
          title="No pathway fits"
          icon="filter"
          action={<TextLink href="?">Show all pathways</TextLink>}
        >
          None of the district’s pathways is in this state.
        </EmptyState>
      ) : (
        <PathwayTable pathways={pathways} />
      )}
      <Pagination
        page={pathways.page}
        pageCount={pathways.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}

/** What belongs to pathways and has a page of its own. */
function BesidePathways({ requestsWaiting }: { requestsWaiting: number }) {
  const { district } = useDistrict()
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink href={paths.pathwayRequests(district)} icon="clock">
        {requestsWaiting > 0
          ? counted(requestsWaiting, 'request waits', 'requests wait')
          : 'Requests for more time'}
      </ButtonLink>
      <ButtonLink href={paths.peopleLists(district)} icon="people">
        Lists of people
      </ButtonLink>
    </div>
  )
}
