import type { ReportPage } from './request.server'
import { schoolYearName } from '~/domain/calendar'
import { REACHED, REACHED_IN_YEARS } from '~/domain/report-lists/list'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { Section } from '~/ui/section'
import { FigureLink, ListLinks, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import { cellsOf } from './cells'
import { SchoolShares } from './school-shares'
import { Why } from '~/parts/why'

/** Who has reached the district's yardstick, by school. */
export function ParticipationSection({ report }: { report: ReportPage }) {
  const hrefs = useListHrefs(report)
  const { participation, yardstick, asOf, schoolYear } = report
  const { bySchool: schools, spread } = participation
  if (participation.educators === 0) {
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
  const { count, part, shareIn, share } = cellsOf(report)
  const bySchool = spread ? 'and how many schools have which' : 'by school'
  const reached = part(participation.atOrAbove, participation.educators)
  const inThreeYears = share(participation.inThreeYears, participation.educators)
  return (
    <Section
      title={`${reached} of ${count(participation.educators)} educators are at or above ${formatHours(yardstick)}`}
      lead={
        inThreeYears === '–'
          ? undefined
          : `${inThreeYears} have at least ${formatHours(3 * yardstick)} in this school year and the two before.`
      }
    >
      <ChartWithTable
        caption={`Share of educators and coaches with at least ${formatHours(yardstick)} of approved learning in ${schoolYearName(schoolYear)}, ${bySchool}, as of ${formatExactDay(asOf)}.`}
        chart={
          <SchoolShares
            title="Educators at or above the yardstick by school, in percent"
            series="At or above"
            schools={schools}
            spread={spread}
            percentOf={({ atOrAbove, educators }) => shareIn(atOrAbove, educators)}
          />
        }
        table={
          <ReportTable
            name="participation"
            caption="Participation by school"
            rows={schools}
            columns={[
              {
                key: 'educators',
                head: 'Educators',
                numeric: true,
                cell: (row) => (
                  <FigureLink
                    value={row.educators}
                    words={count(row.educators)}
                    href={hrefs.educators({ organization: row.id })}
                    of={`educators of ${row.name}`}
                  />
                ),
              },
              {
                key: 'reached',
                head: 'At or above',
                numeric: true,
                cell: (row) => (
                  <FigureLink
                    value={row.atOrAbove}
                    words={part(row.atOrAbove, row.educators)}
                    href={hrefs.educators({ organization: row.id, reached: 'atOrAbove' })}
                    of={`educators of ${row.name}, at or above`}
                  />
                ),
              },
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
                cell: (row) => (
                  <FigureLink
                    value={row.inThreeYears}
                    words={part(row.inThreeYears, row.educators)}
                    href={hrefs.educators({ organization: row.id, inThreeYears: 'atOrAbove' })}
                    of={`educators of ${row.name}, in three years`}
                  />
                ),
              },
            ]}
            footer={{
              school: 'All',
              educators: (
                <FigureLink
                  value={participation.educators}
                  words={count(participation.educators)}
                  href={hrefs.educators({})}
                  of="educators"
                />
              ),
              reached: (
                <FigureLink
                  value={participation.atOrAbove}
                  words={reached}
                  href={hrefs.educators({ reached: 'atOrAbove' })}
                  of="educators, at or above"
                />
              ),
              share: share(participation.atOrAbove, participation.educators),
              years: (
                <FigureLink
                  value={participation.inThreeYears}
                  words={part(participation.inThreeYears, participation.educators)}
                  href={hrefs.educators({ inThreeYears: 'atOrAbove' })}
                  of="educators, in three years"
                />
              ),
            }}
          />
        }
        why={<Why {...report.why.participation} />}
      />
      <ListLinks
        of="Educators"
        links={[
          { label: REACHED.atOrAbove, href: hrefs.educators({ reached: 'atOrAbove' }) },
          { label: REACHED.below, href: hrefs.educators({ reached: 'below' }) },
          { label: REACHED.none, href: hrefs.educators({ reached: 'none' }) },
          {
            label: REACHED_IN_YEARS.atOrAbove,
            href: hrefs.educators({ inThreeYears: 'atOrAbove' }),
          },
        ]}
      />
    </Section>
  )
}
