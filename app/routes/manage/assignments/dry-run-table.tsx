import { useSearchParams } from '@remix-run/react'
import type { Attention, DryRun, Group } from '~/domain/pathways/dry-run.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'

type People = DryRun['people']
type Person = People['rows'][number]

const REASONS: Record<Exclude<Attention, 'no_hire_date'>, string> = {
  completed: 'Holds a completion that is still current.',
  due_passed: 'The due date would have passed on the first day.',
  other_mandate: 'Has it by another mandate that is due earlier.',
  not_enough_time: 'Fewer days are left than the steps allow.',
}

const HEADS: Record<Group, string> = {
  added: 'Due',
  kept: 'Due',
  changed: 'What changes',
  removed: 'Why',
  attention: 'Why',
}

const LEAVES_OUT: Group[] = ['added', 'attention', 'changed', 'kept']

/** The people of one group of a dry run, by name; `mayLeaveOut` where the address holds the rule. */
export function DryRunTable(props: { people: People; group: Group; mayLeaveOut?: boolean }) {
  const { people, group } = props
  const leavesOut = props.mayLeaveOut && LEAVES_OUT.includes(group)
  return (
    <Table
      caption={counted(people.total, 'person', 'people')}
      dense
      rows={people.rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
        { key: 'school', head: 'School', cell: ({ workplace }) => workplace ?? '–' },
        { key: 'note', head: HEADS[group], cell: (row) => <Note row={row} group={group} /> },
        ...(leavesOut
          ? [
              {
                key: 'out',
                head: 'Leave out',
                headHidden: true,
                cell: (row: Person) => <LeaveOut row={row} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** The same rule, with one more person among those who do not get it. */
function LeaveOut({ row }: { row: Person }) {
  const [given] = useSearchParams()
  const next = new URLSearchParams(given)
  const lines = (given.get('except') ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
  next.set('except', [...lines, row.text].join('\n'))
  next.delete('page')
  next.delete('change')
  return (
    <span className="whitespace-nowrap">
      <TextLink href={`?${next}#dry-run`} aria-label={`Leave out ${row.name}`}>
        Leave out
      </TextLink>
    </span>
  )
}

function Note({ row, group }: { row: Person; group: Group }) {
  const { today, district } = useDistrict()
  if (row.attention === 'no_hire_date') {
    return (
      <>
        No hire date is known.{' '}
        <TextLink href={paths.person(district, row)}>Enter it for {row.name}</TextLink>
      </>
    )
  }
  if (row.attention) return REASONS[row.attention]
  if (row.isTakenBack) {
    return row.hasBegun ? 'Has begun; what they did stays in their record.' : 'Has not begun.'
  }
  if (group === 'removed') return 'No longer fits, and has not begun.'
  if (row.becomesOwnChoice) return 'Has begun; keeps it as their own choice, without a due date.'
  const due = row.dueOn ? (
    <Day value={row.dueOn} today={today} short />
  ) : (
    <span className="whitespace-nowrap">No due date</span>
  )
  if (group !== 'changed') return due
  const before = row.dueBefore ? <Day value={row.dueBefore} today={today} short /> : 'none'
  return (
    <span>
      Due {due}, before {before}
    </span>
  )
}
