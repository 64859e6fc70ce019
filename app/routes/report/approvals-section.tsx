import { DECISIONS_COUNTED } from '~/domain/report-lists/list'
import type { ReportPage } from './request.server'
import { counted } from '~/parts/people-words'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { Section } from '~/ui/section'
import { FigureLink, ListLinks, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import { cellsOf } from './cells'
import { SchoolShares } from './school-shares'
import { Why } from '~/parts/why'

type Approvals = NonNullable<ReportPage['approvals']>

/** Whether decisions were made within the clock, and what waits. */
export function ApprovalsSection({ report }: { report: ReportPage }) {
  const { approvals, asOf } = report
  const hrefs = useListHrefs(report)
  if (!approvals) return null
  const { bySchool: schools, spread } = approvals
  const { count, shareIn, share, isRounded } = cellsOf(report)
  if (approvals.decided + approvals.waiting === 0) {
    return (
      <Section
        title={isRounded ? 'Little was sent for a decision' : 'Nothing was sent for a decision'}
      >
        <p className="max-w-line text-ink-quiet">
          How soon reviewers answer stands here once educators send what they did.
        </p>
      </Section>
    )
  }
  const bySchool = spread ? 'and how many schools have which' : 'by the school they were sent from'
  return (
    <Section title={findingOf(approvals, share)}>
      <ChartWithTable
        caption={`Share of the decisions made in this school year that kept the clock, ${bySchool}, as of ${formatExactDay(asOf)}. ${waitingInWords(approvals, count)}`}
        chart={
          <SchoolShares
            title="Decisions within the clock by school, in percent"
            series="Within the clock"
            schools={schools}
            spread={spread}
            percentOf={({ inTime, decided }) => shareIn(inTime, decided)}
          />
        }
        table={
          <ReportTable
            name="approvals"
            caption="Approvals by school"
            rows={schools}
            columns={[
              {
                key: 'decided',
                head: 'Decided',
                numeric: true,
                cell: (row) => (
                  <FigureLink
                    value={row.decided}
                    words={count(row.decided)}
                    href={hrefs.decisions({ organization: row.id })}
                    of={`decisions of ${row.name}`}
                  />
                ),
              },
              {
                key: 'inTime',
                head: 'Within the clock',
                numeric: true,
                cell: (row) => (
                  <FigureLink
                    value={row.inTime}
                    words={count(row.inTime)}
                    href={hrefs.decisions({ organization: row.id, state: 'inTime' })}
                    of={`decisions of ${row.name}, within the clock`}
                  />
                ),
              },
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
                    words={count(row.waiting)}
                    href={hrefs.waiting(row.id)}
                    of={`submissions of ${row.name}, waiting`}
                  />
                ),
              },
              {
                key: 'late',
                head: 'Of these, late',
                numeric: true,
                cell: (row) => (
                  <FigureLink
                    value={row.late}
                    words={count(row.late)}
                    href={hrefs.decisions({ organization: row.id, state: 'late' })}
                    of={`submissions of ${row.name}, late`}
                  />
                ),
              },
              {
                key: 'oldest',
                head: 'Oldest, days',
                numeric: true,
                cell: (row) => row.oldestDays ?? '–',
              },
            ]}
            footer={{
              school: 'All',
              decided: (
                <FigureLink
                  value={approvals.decided}
                  words={count(approvals.decided)}
                  href={hrefs.decisions({})}
                  of="decisions"
                />
              ),
              inTime: (
                <FigureLink
                  value={approvals.inTime}
                  words={count(approvals.inTime)}
                  href={hrefs.decisions({ state: 'inTime' })}
                  of="decisions, within the clock"
                />
              ),
              median: approvals.medianDays ?? '–',
              waiting: (
                <FigureLink
                  value={approvals.waiting}
                  words={count(approvals.waiting)}
                  href={hrefs.waiting()}
                  of="submissions, waiting"
                />
              ),
              late: (
                <FigureLink
                  value={approvals.late}
                  words={count(approvals.late)}
                  href={hrefs.decisions({ state: 'late' })}
                  of="submissions, late"
                />
              ),
              oldest: approvals.oldestDays ?? '–',
            }}
          />
        }
        why={<Why {...report.why.approvals} />}
      />
      <ListLinks
        of="Decisions"
        links={Object.entries(DECISIONS_COUNTED).map(([state, label]) => ({
          label,
          href: hrefs.decisions({ state }),
        }))}
      />
    </Section>
  )
}

type Cells = ReturnType<typeof cellsOf>

function findingOf({ decided, inTime, medianDays, waiting }: Approvals, share: Cells['share']) {
  if (decided === 0) return `${counted(waiting, 'submission waits', 'submissions wait')}`
  const kept = share(inTime, decided)
  if (kept === '–') return 'How soon decisions were made'
  const days = counted(medianDays ?? 0, 'day', 'days')
  return `${kept} of decisions kept the clock, half of them within ${days}`
}

function waitingInWords({ waiting, late, oldestDays }: Approvals, count: Cells['count']) {
  if (waiting === 0) {
    const told = count(waiting)
    return told === '0' ? 'Nothing waited at the end of that day.' : `${told} were waiting.`
  }
  const oldest = oldestDays === null ? '' : `, the oldest for ${counted(oldestDays, 'day', 'days')}`
  const longer = late > 0 ? `, ${late.toLocaleString('en-US')} longer than the clock allows` : ''
  return `${counted(waiting, 'submission was', 'submissions were')} waiting${oldest}${longer}.`
}
