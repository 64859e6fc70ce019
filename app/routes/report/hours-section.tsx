import { kindName } from '~/domain/activities/activity'
import { inHours, KindBars } from '~/parts/kind-hours'
import { BarChart } from '~/ui/bar-chart'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { Section } from '~/ui/section'
import { FigureLink, ListLinks, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import type { ReportPage } from './request.server'
import { EachBar } from '~/parts/share-bars'
import { Why } from '~/parts/why'

const KINDS_SHOWN = 5

/** Hours by school, stacked by the most frequent kinds. */
export function HoursSection({ report }: { report: ReportPage }) {
  const { hours, asOf } = report
  const hrefs = useListHrefs(report)
  const [most] = hours.byKind
  if (!most) {
    return (
      <Section title={report.rounded ? 'Less than ten hours of each kind' : 'No hours yet'}>
        <p className="max-w-line text-ink-quiet">
          {report.rounded ? 'Hardly anything' : 'Nothing'} earned in this school year had been
          approved by {formatExactDay(asOf)}.
        </p>
      </Section>
    )
  }
  const kinds = hours.byKind.slice(0, KINDS_SHOWN).map(({ kind }) => kind)
  const hasOthers = hours.byKind.length > kinds.length
  const { bySchool: schools, isByKind } = hours
  const valuesOf = (byKind: Record<string, number>, minutes: number) => {
    const values = kinds.map((kind) => byKind[kind] ?? 0)
    const rest = Math.max(0, minutes - values.reduce((sum, value) => sum + value, 0))
    return hasOthers ? [...values, rest] : values
  }
  const divided = isByKind ? 'by kind' : 'by the school they were earned under and by kind'
  const names = [...kinds.map(kindName), ...(hasOthers ? ['Other kinds'] : [])]
  return (
    <Section title={`Most hours by kind: ${kindName(most.kind)}, ${formatHours(most.minutes)}`}>
      <ChartWithTable
        caption={`Approved hours earned in this school year, ${divided}, as of ${formatExactDay(asOf)}.`}
        chart={
          isByKind ? (
            <KindBars byKind={hours.byKind} />
          ) : (
            <EachBar
              count={schools.length}
              many="schools"
              isEachShown
              together={<KindBars byKind={hours.byKind} />}
              each={() => (
                <BarChart
                  title="Hours by school and kind"
                  series={names}
                  format={inHours}
                  rows={schools.map((school) => ({
                    label: school.name,
                    note: formatHours(school.minutes),
                    values: valuesOf(school.byKind, school.minutes).map((minutes) => minutes / 60),
                  }))}
                />
              )}
            />
          )
        }
        table={
          <ReportTable
            name="hours"
            caption="Hours by school and kind"
            rows={schools}
            columns={[
              ...names.map((name, index) => ({
                key: name,
                head: name,
                numeric: true,
                cell: (row: (typeof schools)[number]) => {
                  const value = valuesOf(row.byKind, row.minutes)[index] ?? 0
                  const kind = kinds[index]
                  return (
                    <FigureLink
                      value={value}
                      words={formatHours(value)}
                      href={kind ? hrefs.credit({ organization: row.id, kind }) : null}
                      of={`of ${row.name}: ${name}`}
                    />
                  )
                },
              })),
              {
                key: 'all',
                head: 'All',
                numeric: true,
                cell: (row) => (
                  <FigureLink
                    value={row.minutes}
                    words={formatHours(row.minutes)}
                    href={hrefs.credit({ organization: row.id })}
                    of={`of ${row.name}`}
                  />
                ),
              },
            ]}
            footer={{
              school: 'All',
              all: (
                <FigureLink
                  value={hours.minutes}
                  words={formatHours(hours.minutes)}
                  href={hrefs.credit({})}
                  of="in all"
                />
              ),
            }}
          />
        }
        why={<Why {...report.why.hours} />}
      />
      <ListLinks
        of="Hours"
        links={hours.byKind.map(({ kind }) => ({
          label: kindName(kind),
          href: hrefs.credit({ kind }),
        }))}
      />
    </Section>
  )
}
