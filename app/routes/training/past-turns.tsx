import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Status } from '~/ui/status'
import { Table } from '~/ui/table'

type Turn = {
  id: string
  dueOn: string
  metOn: string | null
  missedOn: string | null
  topic: { title: string }
}

/** Every time that a training was asked for before: met when, or missed. */
export function PastTurns({ title, turns }: { title: string; turns: Turn[] }) {
  const { today } = useDistrict()
  return (
    <Table
      caption={title}
      dense
      rows={turns}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'due',
          head: 'Was due',
          rowHead: true,
          cell: ({ dueOn }) => <Day value={dueOn} today={today} short />,
        },
        { key: 'topic', head: 'What', cell: ({ topic }) => topic.title },
        {
          key: 'outcome',
          head: 'Outcome',
          cell: ({ metOn, dueOn }) =>
            metOn ? (
              <Status tone="good">
                <span>
                  Met on <Day value={metOn} today={today} short />
                  {metOn > dueOn && ', late'}
                </span>
              </Status>
            ) : (
              <Status>Missed</Status>
            ),
        },
      ]}
    />
  )
}
