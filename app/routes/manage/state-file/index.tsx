import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listRows, ROW_SORTS } from '~/domain/state-files/listing.server'
import { RESULT_NAMES } from '~/domain/state-files/state-file'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { PrintButton } from '~/parts/print-button'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { PeriodForm } from './period-form'
import { periodAsked } from './period.server'
import { RowFilters } from './row-filters'
import { RowTable } from './row-table'
import { InTheWay, Waiting } from './warnings'

export const meta: MetaFunction = () => [{ title: 'State file · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const { isUnclear, ...period } = periodAsked(args.request, member)
  const filter = {
    text: query.text('q'),
    result: query.oneOf('result', RESULT_NAMES),
    organizationId: query.id('school'),
    sort: query.oneOf('sort', ROW_SORTS) ?? 'name',
    page: query.page(),
  } as const
  return { list: await member.read(listRows, period, filter), period, isUnclear, filter }
}

export type StateRows = ReturnType<typeof useLoaderData<typeof loader>>

export default function StateFile() {
  const { list, period, isUnclear, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const { all, toTell, can, inTheWay } = list
  return (
    <>
      <PageHeader
        title="State file"
        lead={`${list.periodName}: ${counted(all, 'row', 'rows')} of approved hours, ${toTell.toLocaleString('en-US')} ready for ${list.stateName}.`}
        action={
          can.make &&
          toTell > 0 &&
          inTheWay.length === 0 && (
            <ButtonLink href={paths.newStateFile(district, period)} tone="primary" icon="file">
              Make the file
            </ButtonLink>
          )
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <TextLink href={paths.stateFiles(district)}>Files that were made</TextLink>
          <PrintButton />
        </div>
      </PageHeader>
      <PeriodForm
        period={period}
        years={list.years}
        schoolYear={list.schoolYear}
        key={period.first + period.last}
      />
      {isUnclear && (
        <div className="mb-6 max-w-line">
          <Notice tone="warn" title="These days cannot be used">
            Give a first day and a last day that is not before it. Below stands the current school
            year.
          </Notice>
        </div>
      )}
      <InTheWay periods={inTheWay} />
      <Waiting waiting={list.waiting} mayDecide={can.make} />
      {all === 0 ? (
        <EmptyState title="Nobody has approved hours on these days" icon="file">
          Whoever has earned hours in the period stands here once they are approved, with what is
          missing before they can be told to {list.stateName}.
        </EmptyState>
      ) : (
        <>
          <RowFilters filter={filter} list={list} />
          {list.total === 0 ? (
            <EmptyState
              title="No row fits"
              icon="filter"
              action={
                <TextLink href={url({ q: null, result: null, school: null })}>Show all</TextLink>
              }
            >
              Nobody has this name, school and result in the period.
            </EmptyState>
          ) : (
            <RowTable list={list} sort={url.sort(filter.sort)} />
          )}
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
