import type { ReportPage } from './request.server'
import { counted } from '~/parts/people-words'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { Section } from '~/ui/section'
import { FigureLink, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import { SchoolShares } from './school-charts'
import { percent, share } from './share'
import { Why } from './why'

type Approvals = NonNullable<ReportPage['approvals']>

/** Whether decisions were made within the clock, and what waits. */
export function ApprovalsSection({ report }: { report: ReportPage }) {
  const { approvals, asOf } = report
  const hrefs = useListHrefs(report)
  if (!approvals) return null
  const schools = approvals.bySchool.filter(({ decided, waiting }) => decided + waiting > 0)
  if (schools.length === 0) {
    return (
      <Section title="Nothing was sent for a decision">
        <p className="max-w-line text-ink-quiet">
          How soon reviewers answer stands here once educators send what they did.
        </p>
      </Section>
    )
  }
  return (
    <Section title={findingOf(approvals)}>
      <ChartWithTable
        caption={`Share of the decisions made in this school year that kept the clock, by the school they were sent from, as of ${formatExactDay(asOf)}. ${waitingInWords(approvals)}`}
        chart={
          <SchoolShares
            title="Decisions within the clock by school, in percent"
            series="Within the clock"
            rows={schools
              .filter(({ decided }) => decided > 0)
              .map((school) => ({
                label: school.name,
                percent: percent(school.inTime, school.decided),
              }))}
          />
        }
        table={
          <ReportTable
            name="approvals"
            caption="Approvals by school"
            rows={schools}
            columns={[
              { key: 'decided', head: 'Decided', numeric: true, cell: (row) => row.decided },
              { key: 'inTime', head: 'Within the clock', numeric: true, cell: (row) => row.inTime },
              {
                key: 'median',
                head: 'Median, days',
                numeric: true,
                cell: (row) => row.medianDays ?? '–',
              },
              {
                key: 'waiting',
                head: 'Waiting',
                numeric: true,
                cell: (row) => (
                  <FigureLink
                    value={row.waiting}
                    href={hrefs.approvals(row.id)}
                    of={`submissions of ${row.name}, waiting`}
                  />
                ),
              },
              { key: 'late', head: 'Of these, late', numeric: true, cell: (row) => row.late },
              {
                key: 'oldest',
                head: 'Oldest, days',
                numeric: true,
                cell: (row) => row.oldestDays ?? '–',
              },
            ]}
            footer={{
              school: 'All',
              decided: approvals.decided,
              inTime: approvals.inTime,
              median: approvals.medianDays ?? '–',
              waiting: (
                <FigureLink
                  value={approvals.waiting}
                  href={hrefs.approvals()}
                  of="submissions, waiting"
                />
              ),
              late: approvals.late,
              oldest: approvals.oldestDays ?? '–',
            }}
          />
        }
        why={<Why {...report.why.approvals} />}
      />
    </Section>
  )
}

function findingOf({ decided, inTime, medianDays, waiting }: Approvals) {
  if (decided === 0) return `${counted(waiting, 'submission waits', 'submissions wait')}`
  const days = counted(medianDays ?? 0, 'day', 'days')
  return `${share(inTime, decided)} of decisions kept the clock, half of them within ${days}`
}

function waitingInWords({ waiting, late, oldestDays }: Approvals) {
  if (waiting === 0) return 'Nothing waited at the end of that day.'
  const oldest = `the oldest for ${counted(oldestDays ?? 0, 'day', 'days')}`
  const longer = late > 0 ? `, ${late.toLocaleString('en-US')} longer than the clock allows` : ''
  return `${counted(waiting, 'submission was', 'submissions were')} waiting, ${oldest}${longer}.`
}
