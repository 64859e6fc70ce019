import type { ReportPage } from './request.server'
import { groupKey } from '~/domain/report-lists/list'
import { BarChart } from '~/ui/bar-chart'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { Section } from '~/ui/section'
import type { Column } from '~/ui/table'
import { WhyDisclosure } from '~/parts/why'
import { FigureLink, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import { cellsOf } from './cells'

type Line = NonNullable<ReportPage['equity']>[number]
type GroupRow = Omit<Line['groups'][number], 'key'> & { id: string }

/** What educators of different schools, roles and lengths of service get, beside each other. */
export function EquitySection({ report }: { report: ReportPage }) {
  const { equity, asOf } = report
  if (!equity || equity.length === 0) return null
  return (
    <Section
      title={findingOf(equity)}
      lead={`Educators and coaches on ${formatExactDay(asOf)}, and their approved hours of the school year. Groups of fewer than five are not shown.`}
    >
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {equity.map((line) => (
          <EquityChart key={line.key} line={line} report={report} />
        ))}
      </div>
      <WhyDisclosure {...report.why.equity} />
    </Section>
  )
}

function EquityChart({ line, report }: { line: Line; report: ReportPage }) {
  const { yardstick } = report
  const { count, shareIn, share } = cellsOf(report)
  const hrefs = useListHrefs(report)
  const rows = shownOf(line).flatMap(({ name, atOrAbove, educators, meanMinutes }) => {
    const value = yardstick > 0 ? shareIn(atOrAbove, educators) : inHours(meanMinutes)
    return value === null ? [] : [{ label: name, values: [value] }]
  })
  const reachedColumn: Column<GroupRow> = {
    key: 'share',
    head: 'At or above',
    numeric: true,
    cell: ({ id, name, reached }) =>
      reached ? (
        <FigureLink
          value={reached.atOrAbove}
          words={share(reached.atOrAbove, reached.educators)}
          href={hrefs.educators({ group: groupKey(line.key, id), reached: 'atOrAbove' })}
          of={`at or above, ${line.name}: ${name}`}
        />
      ) : (
        '–'
      ),
  }
  return (
    <div>
      <h3 className="mb-3 font-semibold">{line.name}</h3>
      <ChartWithTable
        caption={
          yardstick > 0
            ? `Share of each group with at least ${formatHours(yardstick)}.`
            : 'Mean hours of an educator of each group.'
        }
        chart={
          <BarChart
            title={`${line.name}: ${yardstick > 0 ? 'at or above the yardstick, in percent' : 'mean hours'}`}
            series={[yardstick > 0 ? 'At or above' : 'Mean hours']}
            max={yardstick > 0 ? 100 : undefined}
            format={(value) => (yardstick > 0 ? `${Math.round(value)}%` : `${Math.round(value)} h`)}
            rows={rows}
          />
        }
        table={
          <ReportTable
            name={`equity-${line.key}`}
            caption={`${line.name}: educators and their hours`}
            of="group"
            rows={line.groups.map(({ key, ...group }) => ({ id: key, ...group }))}
            columns={[
              {
                key: 'educators',
                head: 'Educators',
                numeric: true,
                cell: ({ id, name, reached }) =>
                  reached ? (
                    <FigureLink
                      value={reached.educators}
                      words={count(reached.educators)}
                      href={hrefs.educators({ group: groupKey(line.key, id) })}
                      of={`educators, ${line.name}: ${name}`}
                    />
                  ) : (
                    'Hidden'
                  ),
              },
              ...(yardstick > 0 ? [reachedColumn] : []),
              {
                key: 'mean',
                head: 'Mean',
                numeric: true,
                cell: ({ reached }) => hoursOrNone(reached?.meanMinutes ?? null),
              },
            ]}
          />
        }
      />
    </div>
  )
}

const inHours = (minutes: number | null) => (minutes === null ? null : minutes / 60)

const hoursOrNone = (minutes: number | null) => (minutes === null ? '–' : formatHours(minutes))

const shownOf = ({ groups }: Line) =>
  groups.flatMap(({ key, name, reached }) => (reached ? [{ key, name, ...reached }] : []))

/** The widest distance between two groups of a line, as a sentence. */
function findingOf(lines: readonly Line[]) {
  const spreads = lines.flatMap((line) => {
    const sorted = shownOf(line)
      .flatMap(({ name, meanMinutes }) => (meanMinutes === null ? [] : [{ name, meanMinutes }]))
      .toSorted((a, b) => b.meanMinutes - a.meanMinutes)
    const [most, least] = [sorted[0], sorted.at(-1)]
    return most && least && most !== least
      ? [{ name: line.name, most, least, apart: most.meanMinutes - least.meanMinutes }]
      : []
  })
  if (spreads.length === 0) return 'What educators of different groups get'
  const [widest] = spreads.toSorted((a, b) => b.apart - a.apart)
  if (!widest || widest.apart < 30) return 'No group gets much more than another'
  const { name, most, least } = widest
  const each = (group: typeof most) => `${formatHours(group.meanMinutes)} (${group.name})`
  return `The widest gap is ${name.toLowerCase()}: ${each(most)}, ${each(least)}`
}
