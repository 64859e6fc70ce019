import { BarChart } from '~/ui/bar-chart'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { Section } from '~/ui/section'
import { Why } from '~/parts/why'
import { FigureLink, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import type { ReportPage } from './request.server'

const SHOWN = 8

/** What the hours were about, by competency. */
export function CompetenciesSection({ report }: { report: ReportPage }) {
  const { competencies, asOf } = report
  const hrefs = useListHrefs(report)
  const [most] = competencies ?? []
  if (!most) return null
  return (
    <Section title={`Most hours by competency: ${most.name}`}>
      <ChartWithTable
        caption={`Approved hours of this school year by the competencies their activities name, as of ${formatExactDay(asOf)}.`}
        chart={
          <BarChart
            title="Hours by competency"
            series={['Hours']}
            format={(value) => `${value.toLocaleString('en-US', { maximumFractionDigits: 1 })} h`}
            rows={competencies
              .slice(0, SHOWN)
              .map(({ name, minutes }) => ({ label: name, values: [minutes / 60] }))}
          />
        }
        table={
          <ReportTable
            name="competencies"
            caption="Hours by competency"
            of="competency"
            rows={competencies.map(({ key, ...row }) => ({ id: key, ...row }))}
            columns={[
              {
                key: 'hours',
                head: 'Hours',
                numeric: true,
                cell: ({ id, name, minutes }) => (
                  <FigureLink
                    value={minutes}
                    words={formatHours(minutes)}
                    href={hrefs.credit({ competency: id })}
                    of={`for ${name}`}
                  />
                ),
              },
            ]}
          />
        }
        why={<Why {...report.why.competencies} />}
      />
    </Section>
  )
}
