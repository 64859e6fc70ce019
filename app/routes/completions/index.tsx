import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { SubmissionStatus } from '#db/words'
import { COMPLETION_SORTS, COMPLETION_STATUSES } from '~/domain/completions/completion'
import { listOwnCompletions, listYears } from '~/domain/completions/queries.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { YearChips } from '~/parts/year-chips'
import { useListUrl } from '~/parts/list-url'
import { EmptyState } from '~/ui/empty-state'
import { FilterChips } from '~/ui/filter-chips'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { CompletionTable } from './completion-table'

export const meta: MetaFunction = () => [{ title: 'Courses · Cairn' }]

const STATUSES = Object.keys(COMPLETION_STATUSES) as SubmissionStatus[]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const filter = {
    status: query.oneOf('status', STATUSES),
    schoolYear: query.schoolYear('year'),
    sort: query.oneOf('sort', COMPLETION_SORTS) ?? '-date',
    page: query.page(),
  }
  const [list, years] = await Promise.all([
    member.read(listOwnCompletions, filter),
    member.read(listYears),
  ])
  return { list, years, filter }
}

export default function Completions() {
  const { list, years, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const record = (
    <ButtonLink href={paths.newCompletion(district)} tone="primary" icon="plus">
      Record a course
    </ButtonLink>
  )
  if (years.length === 0) {
    return (
      <>
        <PageHeader title="Courses" />
        <EmptyState title="No finished course yet" icon="course" action={record}>
          Online courses, graduate courses, training with a certificate: record each one you finish.
          Its hours count once it is approved.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Courses"
        lead="What you finished, and what became of it."
        action={record}
      />
      <div className="mb-6 space-y-3">
        <FilterChips
          label="State"
          chips={STATUSES.map((status) => ({
            label: COMPLETION_STATUSES[status],
            active: filter.status === status,
            href: url({ status: filter.status === status ? null : status }),
          }))}
        />
        <YearChips years={years} chosen={filter.schoolYear} href={(year) => url({ year })} />
      </div>
      {list.total === 0 ? (
        <EmptyState
          title="No course fits"
          icon="filter"
          action={<TextLink href="?">Show all courses</TextLink>}
        >
          None of the courses you recorded is in this state or year.
        </EmptyState>
      ) : (
        <CompletionTable list={list} sort={url.sort(filter.sort)} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
