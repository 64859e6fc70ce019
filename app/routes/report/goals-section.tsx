import type { GoalStatus } from '#db/words'
import { GOAL_STATUSES } from '~/domain/goals/goal'
import type { ReportPage } from './request.server'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { Section } from '~/ui/section'
import { SegmentedBar } from '~/ui/segmented-bar'
import { Why } from '~/parts/why'
import { FigureLink, ListLinks, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import { cellsOf } from './cells'

const STATES = ['met', 'partly_met', 'not_met', 'open', 'withdrawn'] as const

const allOf = (counts: Record<GoalStatus, number>) =>
  STATES.reduce((sum, state) => sum + counts[state], 0)

/** Goals by state, in all, by school and by priority. */
export function GoalsSection({ report }: { report: ReportPage }) {
  const { goals, asOf } = report
  const { count, isRounded } = cellsOf(report)
  const all = allOf(goals)
  const hrefs = useListHrefs(report)
  if (all === 0) {
    return (
      <Section title={isRounded ? 'Few or no goals are in any state' : 'No goal was set yet'}>
        <p className="max-w-line text-ink-quiet">Goals that educators set are counted here.</p>
      </Section>
    )
  }
  const schools = goals.bySchool.filter((school) => STATES.some((state) => school[state] > 0))
  return (
    <Section
      title={`${count(goals.met)} of ${count(all)} goals are met, ${count(goals.open).toLowerCase()} are under way`}
    >
      <ChartWithTable
        caption={`Goals set by ${formatExactDay(asOf)}, by their state on that day.`}
        chart={
          <SegmentedBar
            label="Goals by state"
            segments={STATES.map((state) => ({
              label: GOAL_STATUSES[state],
              value: goals[state],
            })).filter(({ value }) => value > 0)}
          />
        }
        table={
          <ReportTable
            name="goals"
            caption="Goals by school and state"
            rows={schools}
            columns={STATES.map((state) => ({
              key: state,
              head: GOAL_STATUSES[state],
              numeric: true,
              cell: (row: (typeof schools)[number]) => (
                <FigureLink
                  value={row[state]}
                  words={count(row[state])}
                  href={hrefs.goals({ organization: row.id, status: state })}
                  of={`goals of ${row.name}: ${GOAL_STATUSES[state]}`}
                />
              ),
            }))}
          />
        }
        why={<Why {...report.why.goals} />}
      />
      <ListLinks
        of="Goals"
        links={STATES.filter((state) => goals[state] > 0).map((state) => ({
          label: GOAL_STATUSES[state],
          href: hrefs.goals({ status: state }),
        }))}
      />
      <ByPriority report={report} />
    </Section>
  )
}

type Named = Record<GoalStatus, number> & { id: string; name: string }

/** Goals by the priority they serve: the state's, the district's, and last those that serve none. */
function ByPriority({ report }: { report: ReportPage }) {
  const { byPriority = [] } = report.goals
  const { count } = cellsOf(report)
  const hrefs = useListHrefs(report)
  if (byPriority.length === 0) return null
  return (
    <ReportTable
      name="priorities"
      caption="Goals by state and district priority"
      of="priority"
      rows={byPriority.map(({ key, ...row }) => ({ id: key, ...row }))}
      columns={[
        {
          key: 'all',
          head: 'Goals',
          numeric: true,
          cell: (row: Named) => (
            <FigureLink
              value={allOf(row)}
              words={count(allOf(row))}
              href={hrefs.goals({ priority: row.id })}
              of={`goals, ${row.name}`}
            />
          ),
        },
        ...STATES.map((state) => ({
          key: state,
          head: GOAL_STATUSES[state],
          numeric: true,
          cell: (row: Named) => (
            <FigureLink
              value={row[state]}
              words={count(row[state])}
              href={hrefs.goals({ priority: row.id, status: state })}
              of={`goals, ${row.name}: ${GOAL_STATUSES[state]}`}
            />
          ),
        })),
      ]}
    />
  )
}
