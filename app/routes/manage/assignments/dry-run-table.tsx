import type { Attention, DryRun, Group } from '~/domain/pathways/dry-run.server'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { Table } from '~/ui/table'

type People = DryRun['people']
type Person = People['rows'][number]

const REASONS: Record<Attention, string> = {
  no_hire_date: 'No hire date is known; enter it under People or in the roster.',
  completed: 'Holds a completion that is still current.',
  due_passed: 'The due date would have passed on the first day.',
}

/** The people of one group of a dry run, by name. */
export function DryRunTable({ people, group }: { people: People; group: Group }) {
  return (
    <Table
      caption={counted(people.total, 'person', 'people')}
      dense
      rows={people.rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
        { key: 'school', head: 'School', cell: ({ workplace }) => workplace ?? '–' },
        {
          key: 'note',
          head: group === 'attention' ? 'Why' : group === 'already' ? 'On it since' : 'Hired',
          cell: (row) => <Note row={row} group={group} />,
        },
      ]}
    />
  )
}

function Note({ row, group }: { row: Person; group: Group }) {
  const { today } = useDistrict()
  if (row.attention) return REASONS[row.attention]
  const day = group === 'already' ? row.enrolledOn : row.hiredOn
  return day ? <Day value={day} today={today} short /> : 'Not known'
}
