import type { ReportPage } from './request.server'
import { schoolYearName } from '~/domain/calendar'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { Section } from '~/ui/section'
import { ReportTable } from './report-table'
import { SchoolShares } from './school-charts'
import { percent, share } from './share'
import { Why } from './why'

/** Who has reached the district's yardstick, by school. */
export function ParticipationSection({ report }: { report: ReportPage }) {
  const { participation, yardstick, asOf, schoolYear } = report
  const schools = participation.bySchool.filter(({ educators }) => educators > 0)
  if (schools.length === 0) {
    return (
      <Section title="Nobody is counted on this day">
        <p className="max-w-line text-ink-quiet">
          No educator had an affiliation on {formatExactDay(asOf)}. Import a roster, or choose
          another day.
        </p>
      </Section>
    )
  }
  if (yardstick === 0) return null
  return (
    <Section
      title={`${participation.atOrAbove.toLocaleString('en-US')} of ${participation.educators.toLocaleString('en-US')} educators are at or above ${formatHours(yardstick)}`}
      lead={`${share(participation.inThreeYears, participation.educators)} have at least ${formatHours(3 * yardstick)} in this school year and the two before.`}
    >
      <ChartWithTable
        caption={`Share of educators and coaches with at least ${formatHours(yardstick)} of approved learning in ${schoolYearName(schoolYear)}, by school, as of ${formatExactDay(asOf)}.`}
        chart={
          <SchoolShares
            title="Educators at or above the yardstick by school, in percent"
            series="At or above"
            rows={schools.map((school) => ({
              label: school.name,
              percent: percent(school.atOrAbove, school.educators),
            }))}
          />
        }
        table={
          <ReportTable
            name="participation"
            caption="Participation by school"
            rows={schools}
            columns={[
              { key: 'educators', head: 'Educators', numeric: true, cell: (row) => row.educators },
              { key: 'reached', head: 'At or above', numeric: true, cell: (row) => row.atOrAbove },
              {
                key: 'share',
                head: 'Share',
                numeric: true,
                cell: (row) => share(row.atOrAbove, row.educators),
              },
              {
                key: 'years',
                head: 'In three years',
                numeric: true,
                cell: (row) => row.inThreeYears,
              },
            ]}
            footer={{
              school: 'All',
              educators: participation.educators,
              reached: participation.atOrAbove,
              share: share(participation.atOrAbove, participation.educators),
              years: participation.inThreeYears,
            }}
          />
        }
        why={<Why {...report.why.participation} />}
      />
    </Section>
  )
}
