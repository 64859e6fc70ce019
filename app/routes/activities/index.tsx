import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ACTIVITY_KINDS, type ActivityKind, kindName } from '~/domain/activities/activity'
import { listYears } from '~/domain/activities/years.server'
import { ACTIVITY_SORTS, listOwnActivities } from '~/domain/activities/queries.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { ACTIVITY_STATES, ActivityStatusWord } from '~/parts/activity-status'
import { useDistrict } from '~/parts/district-context'
import { YearChips } from '~/parts/year-chips'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { FilterChips } from '~/ui/filter-chips'
import { Hours } from '~/ui/hours-text'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Activities · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const filter = {
    status: query.oneOf(
      'status',
      ACTIVITY_STATES.map(({ value }) => value),
    ),
    kind: query.oneOf('kind', Object.keys(ACTIVITY_KINDS) as ActivityKind[]),
    schoolYear: query.schoolYear('year'),
    sort: query.oneOf('sort', ACTIVITY_SORTS) ?? '-date',
    page: query.page(),
  } as const
  const [list, years] = await Promise.all([
    member.read(listOwnActivities, filter),
    member.read(listYears),
  ])
  return { list, years, filter }
}

export default function Activities() {
  const { list, years, filter } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const url = useListUrl()
  const isNarrowed = !!(filter.status ?? filter.kind ?? filter.schoolYear)
  const log = (
    <ButtonLink href={paths.newActivity(district)} tone="primary" icon="plus">
      Log an activity
    </ButtonLink>
  )
  if (list.total === 0 && !isNarrowed) {
    return (
      <>
        <PageHeader title="Activities" />
        <EmptyState title="Nothing logged yet" icon="activity" action={log}>
          A workshop, a webinar, an hour of coaching: what you log here and your principal approves
          becomes your hours.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Activities" action={log} />
      <div className="mb-6 space-y-3">
        <FilterChips
          label="State"
          chips={ACTIVITY_STATES.map(({ value, label }) => ({
            label,
            active: filter.status === value,
            href: url({ status: filter.status === value ? null : value }),
          }))}
        />
        <YearChips years={years} chosen={filter.schoolYear} href={(year) => url({ year })} />
      </div>
      {list.total === 0 ? (
        <EmptyState
          title="No activity fits"
          icon="filter"
          action={<TextLink href="?">Show all activities</TextLink>}
        >
          Nothing of what you logged is in this state or year.
        </EmptyState>
      ) : (
        <Table
          caption={counted(list.total, 'activity', 'activities')}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={url.sort(filter.sort)}
          columns={[
            {
              key: 'title',
              head: 'Activity',
              rowHead: true,
              sortable: true,
              cell: (row) => (
                <TextLink href={paths.activity(district, row)} strong>
                  {row.title || 'Without a title yet'}
                </TextLink>
              ),
            },
            { key: 'kind', head: 'Kind', cell: (row) => kindName(row.kind) },
            {
              key: 'date',
              head: 'Day',
              sortable: true,
              cell: (row) =>
                row.startedOn ? <Day value={row.startedOn} today={today} short /> : 'Not said yet',
            },
            {
              key: 'hours',
              head: 'Hours',
              numeric: true,
              sortable: true,
              cell: (row) => (row.minutes ? <Hours minutes={row.minutes} /> : '–'),
            },
            {
              key: 'status',
              head: 'State',
              cell: (row) => <ActivityStatusWord status={row.status} />,
            },
          ]}
        />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
