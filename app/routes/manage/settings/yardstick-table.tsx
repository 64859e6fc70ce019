import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { Status } from '~/ui/status'
import { Table } from '~/ui/table'

type Yardstick = { id: string; minutes: number; startsOn: string; isCurrent: boolean }

/** The yardsticks there are and were, newest first. */
export function YardstickTable({ yardsticks }: { yardsticks: Yardstick[] }) {
  const { today } = useDistrict()
  if (yardsticks.length === 0) {
    return <p className="text-ink-quiet">None yet: no hours are asked of anybody.</p>
  }
  return (
    <Table
      caption="Yardsticks"
      captionHidden
      rows={yardsticks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'from',
          head: 'From',
          rowHead: true,
          cell: ({ startsOn }) => <Day value={startsOn} today={today} />,
        },
        {
          key: 'hours',
          head: 'Hours a school year',
          numeric: true,
          cell: ({ minutes }) => <Hours minutes={minutes} />,
        },
        {
          key: 'state',
          head: 'State',
          cell: ({ isCurrent, startsOn }) =>
            isCurrent ? (
              <Status tone="good">Holds now</Status>
            ) : startsOn > today ? (
              'Still to come'
            ) : (
              'Held before'
            ),
        },
      ]}
    />
  )
}
