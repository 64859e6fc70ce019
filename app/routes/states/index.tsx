import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { compareDistricts } from '~/domain/states/comparing.server'
import { paths } from '~/http/paths'
import { requireStateViewer } from '~/http/state-viewer.server'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { PrintButton } from '~/parts/print-button'
import { formatExactDay } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { DistrictFilters } from './district-filters'
import { DistrictTable } from './district-table'
import { HowItIsCounted } from './how-it-is-counted'
import { stateRequestOf } from './request.server'
import { StateCharts } from './state-charts'
import { StateFigures } from './state-figures'

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStateViewer(args)
  const request = stateRequestOf(args.request)
  return { comparison: await viewer.read(compareDistricts, request), request }
}

export default function StateReport() {
  const { comparison, request } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const url = useListUrl()
  const { name, code, asOf, month, districts } = comparison
  if (month === null || asOf === null) {
    return (
      <>
        <PageHeader title={name} />
        <EmptyState title="No month is closed yet" icon="report">
          {districts === 0
            ? 'No district of the state keeps its record here yet.'
            : 'The figures of each district are made when a month is over. Come back on the first day of the next one.'}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={headlineOf(comparison)}
        lead={`${name}, ${counted(month.reported - month.leftOut, 'district', 'districts')}, as of ${formatExactDay(asOf)}.`}
        action={
          <ButtonLink href={`${paths.stateFile(code)}?${query}`} icon="download" plain>
            Download as CSV
          </ButtonLink>
        }
      >
        <PrintButton />
      </PageHeader>
      <StateFigures month={month} />
      <StateCharts month={month} asOf={asOf} />
      <Section title="The districts">
        <DistrictFilters choices={comparison.choices} asOf={asOf} request={request} />
        {month.found === 0 ? (
          <EmptyState
            title="No district fits"
            icon="search"
            action={<TextLink href={`?asOf=${asOf}`}>Show all districts</TextLink>}
          >
            No district that is shown has this name and size.
          </EmptyState>
        ) : (
          <DistrictTable
            lines={month.lines}
            caption={`${counted(month.found, 'district', 'districts')}, ${formatExactDay(asOf)}`}
            sort={url.sort(request.sort ?? 'name')}
          />
        )}
        <Pagination
          page={month.page}
          pageCount={Math.ceil(month.found / comparison.pageSize)}
          href={(page) => url({ page }, 'keep page')}
        />
        <HowItIsCounted reported={month.reported} districts={districts} leftOut={month.leftOut} />
      </Section>
    </>
  )
}

function headlineOf({
  month,
  name,
}: ReturnType<typeof useLoaderData<typeof loader>>['comparison']) {
  const share = month?.share
  return share === null || share === undefined
    ? `Professional learning in ${name}`
    : `${share}% of the educators are at or above their district’s yardstick`
}
