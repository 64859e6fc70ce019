import type { ReadinessTrend } from '~/domain/readiness/trend.server'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { Disclosure } from '~/ui/disclosure'
import { LineChart } from '~/ui/line-chart'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

const percent = (part: number, whole: number) => (whole === 0 ? null : (100 * part) / whole)

/** How one pathway went, term by term, over the audience of each day. */
export function TrendSection({ trend }: { trend: ReadinessTrend }) {
  const { pathway } = trend
  const points = trend.points.slice(trend.points.findIndex(({ audience }) => audience > 0))
  return (
    <div className="mt-12">
      <Section title={`${pathway.title}, term by term`} id="trend">
        <ChartWithTable
          caption={`Share of the audience that was current at the end of each term. The audience is that of its own day: active staff of ${trend.organization} who were not on leave.`}
          chart={
            <LineChart
              title="Current, in percent of the audience"
              points={points.map((point) => ({
                label: formatExactDay(point.asOf),
                value: percent(point.current, point.audience),
              }))}
              domain={[0, 100]}
              format={(value) => `${Math.round(value)}%`}
            />
          }
          table={
            <Disclosure summary="Show the numbers">
              <Table
                caption={`${pathway.title}, term by term`}
                captionHidden
                dense
                rows={points}
                rowKey={({ asOf }) => asOf}
                columns={[
                  {
                    key: 'day',
                    head: 'As of',
                    rowHead: true,
                    cell: (row) => formatExactDay(row.asOf),
                  },
                  { key: 'audience', head: 'Audience', numeric: true, cell: (row) => row.audience },
                  {
                    key: 'demonstrated',
                    head: 'Demonstrated',
                    numeric: true,
                    cell: (row) => row.demonstrated,
                  },
                  { key: 'current', head: 'Current', numeric: true, cell: (row) => row.current },
                ]}
              />
            </Disclosure>
          }
        />
      </Section>
    </div>
  )
}
