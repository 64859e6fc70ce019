import { GOAL_STATUSES } from '~/domain/goals/goal'
import type { ReportPage } from './request.server'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { Section } from '~/ui/section'
import { SegmentedBar } from '~/ui/segmented-bar'
import { ReportTable } from './report-table'
import { cellsOf } from './cells'
import { Why } from './why'

const STATES = ['met', 'partly_met', 'not_met', 'open', 'withdrawn'] as const

/** Goals by state, in all and by school. */
export function GoalsSection({ report }: { report: ReportPage }) {
  const { goals, asOf } = report
  const { count, isRounded } = cellsOf(report)
  const all = STATES.reduce((sum, state) => sum + goals[state], 0)
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
              cell: (row: (typeof schools)[number]) => count(row[state]),
            }))}
          />
        }
        why={<Why {...report.why.goals} />}
      />
    </Section>
  )
}
