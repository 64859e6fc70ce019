import type { Goal } from '~/domain/goals/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import { GoalStatusWord } from './goal-status'

/** Closed goals, each with how it ended. */
export function ClosedGoals({ goals }: { goals: Goal[] }) {
  const { district, today } = useDistrict()
  return (
    <Table
      caption="Closed goals, last closed first"
      captionHidden
      rows={goals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Goal',
          rowHead: true,
          cell: (goal) => (
            <TextLink href={paths.goal(district, goal)} strong>
              {goal.title}
            </TextLink>
          ),
        },
        { key: 'outcome', head: 'How it ended', cell: (goal) => goal.outcome },
        {
          key: 'closed',
          head: 'Closed',
          cell: (goal) => goal.closedOn && <Day value={goal.closedOn} today={today} short />,
        },
        { key: 'status', head: 'State', cell: (goal) => <GoalStatusWord {...goal} /> },
      ]}
    />
  )
}
