import type { Day } from '~/domain/calendar'
import { EQUITY_LINES, equityGroupName } from '~/domain/reports/equity-lines'
import { GroupShares } from '~/parts/group-shares'
import { KindHours } from '~/parts/kind-hours'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { Disclosure } from '~/ui/disclosure'
import { LineChart } from '~/ui/line-chart'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import type { StateMonth } from './state-figures'

/** How the share moved, what the hours were, and who gets them. */
export function StateCharts({ month, asOf }: { month: StateMonth; asOf: Day }) {
  const lines = EQUITY_LINES.flatMap(({ key, name }) => {
    const groups = month.groups
      .filter(({ line, share }) => line === key && share !== null)
      .map(({ group, educators, share }) => ({
        key: group,
        name: equityGroupName(key, group),
        educators,
        percent: share,
      }))
    return groups.length > 1 ? [{ key, name, groups }] : []
  })
  return (
    <>
      <Section title="Month by month">
        <ChartWithTable
          caption={`Share of the educators at or above the yardstick of their district at the end of each month, until ${formatExactDay(asOf)}. Each school year begins anew; a month has no point while too few are told.`}
          chart={
            <LineChart
              title="Educators at or above the yardstick, in percent"
              points={month.trend.map((point) => ({
                label: monthOf(point.asOf),
                value: point.share,
              }))}
              domain={[0, 100]}
              format={(value) => `${value}%`}
            />
          }
          table={
            <Disclosure summary="Show the numbers">
              <Table
                caption="Month by month"
                captionHidden
                dense
                rows={month.trend}
                rowKey={(row) => row.asOf}
                columns={[
                  { key: 'month', head: 'Month', rowHead: true, cell: (row) => monthOf(row.asOf) },
                  {
                    key: 'educators',
                    head: 'Educators',
                    numeric: true,
                    cell: (row) => row.educators.toLocaleString('en-US'),
                  },
                  {
                    key: 'share',
                    head: 'At or above',
                    numeric: true,
                    cell: (row) => (row.share === null ? '–' : `${row.share}%`),
                  },
                ]}
              />
            </Disclosure>
          }
        />
      </Section>
      {lines.length > 0 && (
        <Section
          title="Who gets the hours"
          lead="Share of the educators of each group at or above the yardstick of their district. A group of a district with fewer than five educators is not part of it, nor one by which it could be found."
        >
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
            {lines.map((line) => (
              <div key={line.key}>
                <h3 className="mb-3 font-semibold">{line.name}</h3>
                <GroupShares
                  title={line.name}
                  of="Group"
                  many="groups"
                  reached="At or above the yardstick"
                  groups={line.groups}
                  columns={[
                    {
                      key: 'educators',
                      head: 'Educators',
                      numeric: true,
                      cell: (row) => row.educators.toLocaleString('en-US'),
                    },
                  ]}
                />
              </div>
            ))}
          </div>
        </Section>
      )}
      <Section title="What the hours were">
        <KindHours
          caption={`Approved hours of the school year by kind, as of ${formatExactDay(asOf)}.`}
          minutes={month.minutes}
          byKind={month.kinds}
        />
      </Section>
    </>
  )
}

const monthOf = (day: Day) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
