import { kindName } from '~/domain/activities/activity'
import { BarChart } from '~/ui/bar-chart'
import { ChartWithTable } from '~/ui/chart-with-table'
import { Disclosure } from '~/ui/disclosure'
import { formatHours } from '~/ui/hours'
import { Table } from '~/ui/table'

const KINDS_SHOWN = 12

type KindMinutes = { kind: string; minutes: number }

/** A value in hours on the scale of a chart. */
export const inHours = (value: number) =>
  `${value.toLocaleString('en-US', { maximumFractionDigits: 1 })} h`

/** How the hours divide among the kinds of activities: bars, and their numbers behind them. */
export function KindHours(props: {
  caption: string
  /** Of all kinds; what is told of each need not add up to it. */
  minutes: number
  /** The most first: all of them are in the numbers, the first of them have a bar. */
  byKind: readonly KindMinutes[]
}) {
  const { caption, minutes: all, byKind } = props
  return (
    <ChartWithTable
      caption={caption}
      chart={<KindBars byKind={byKind.slice(0, KINDS_SHOWN)} />}
      table={
        <Disclosure summary="Show the numbers">
          <Table
            caption="Hours by kind"
            captionHidden
            dense
            narrow="scroll"
            rows={byKind}
            rowKey={({ kind }) => kind}
            columns={[
              { key: 'kind', head: 'Kind', rowHead: true, cell: ({ kind }) => kindName(kind) },
              {
                key: 'hours',
                head: 'Hours',
                numeric: true,
                cell: ({ minutes }) => formatHours(minutes),
              },
              {
                key: 'share',
                head: 'Of all',
                numeric: true,
                cell: ({ minutes }) => `${Math.round((100 * minutes) / Math.max(1, all))}%`,
              },
            ]}
          />
        </Disclosure>
      }
    />
  )
}

/** A bar for each kind of activity. */
export const KindBars = ({ byKind }: { byKind: readonly KindMinutes[] }) => (
  <BarChart
    title="Hours by kind"
    series={['Hours']}
    format={inHours}
    rows={byKind.map(({ kind, minutes }) => ({ label: kindName(kind), values: [minutes / 60] }))}
  />
)
