import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countInWords, HOW_TOLD, partInWords } from '~/domain/reports/rounding'
import { seenByState } from '~/domain/states/own.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { formatExactDay } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { formatHours } from '~/ui/hours'
import { PageHeader } from '~/ui/page-header'
import { Table } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'What the state sees · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(seenByState)
}

export default function SeenByState() {
  const { state, months } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const shown = months.flatMap(({ asOf, shown: month }) => (month ? [{ asOf, ...month }] : []))
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Report', href: paths.report(district) }]} />}
        title="What the state sees"
        lead={`Who may compare the districts of ${state} sees these numbers of this one, and no person. ${HOW_TOLD}`}
      />
      {shown.length === 0 ? (
        <EmptyState title="Nothing can be seen yet" icon="report">
          The figures of a month are made on the first day of the next one. A district with fewer
          than five educators is never shown.
        </EmptyState>
      ) : (
        <Table
          caption="At the end of each month, the newest first"
          rows={shown}
          rowKey={({ asOf }) => asOf}
          columns={[
            {
              key: 'asOf',
              head: 'At the end of',
              rowHead: true,
              cell: (row) => formatExactDay(row.asOf),
            },
            {
              key: 'educators',
              head: 'Educators',
              numeric: true,
              cell: (row) => countInWords(row.educators),
            },
            {
              key: 'atOrAbove',
              head: 'At or above',
              numeric: true,
              cell: (row) => partInWords(row.atOrAbove, row.educators),
            },
            {
              key: 'share',
              head: 'Share',
              numeric: true,
              cell: (row) => (row.share === null ? '–' : `${row.share}%`),
            },
            {
              key: 'hours',
              head: 'Hours',
              numeric: true,
              cell: (row) => formatHours(row.minutes),
            },
            {
              key: 'mean',
              head: 'Per educator',
              numeric: true,
              cell: (row) => (row.meanMinutes === null ? '–' : formatHours(row.meanMinutes)),
            },
            {
              key: 'waiting',
              head: 'Waiting',
              numeric: true,
              cell: (row) => countInWords(row.approvals.waiting),
            },
          ]}
        />
      )}
    </>
  )
}
