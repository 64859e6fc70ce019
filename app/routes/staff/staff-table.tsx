import type { listStaff } from '~/domain/staff/listing.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day, RelativeDay } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { type Sort, Table } from '~/ui/table'

type Staff = Awaited<ReturnType<typeof listStaff>>
type Person = Staff['rows'][number]

/** A class list of the staff: by name unless asked otherwise, in words and figures, without colors. */
export function StaffTable({ staff, sort }: { staff: Staff; sort: Sort }) {
  const { district, today } = useDistrict()
  return (
    <Table
      caption={
        staff.yardstick > 0 ? (
          <>
            The yardstick is <Hours minutes={staff.yardstick} /> a school year.
          </>
        ) : (
          'Hours are those approved this school year.'
        )
      }
      rows={staff.rows}
      rowKey={({ id }) => id}
      sort={sort}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          sortable: true,
          cell: (person) => (
            <TextLink href={paths.staffMember(district, person)} strong>
              {person.name}
            </TextLink>
          ),
        },
        { key: 'role', head: 'Role', cell: (person) => <Roles roles={person.roles} /> },
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          sortable: true,
          cell: (person) => <Hours minutes={person.minutes} />,
        },
        {
          key: 'waiting',
          head: 'Waiting',
          numeric: true,
          cell: (person) => (person.waiting === 0 ? '–' : person.waiting),
        },
        {
          key: 'pathway',
          head: 'Pathway',
          cell: (person) => <StandingWords standing={person.standing} today={today} />,
        },
        {
          key: 'last',
          head: 'Last activity',
          sortable: true,
          cell: ({ lastOn }) => (lastOn ? <LastDay value={lastOn} today={today} /> : 'None yet'),
        },
      ]}
    />
  )
}

/** How long ago it was; on paper, which is read on another day, when. */
function LastDay(props: { value: string; today: string }) {
  return (
    <>
      <span className="print:hidden">
        <RelativeDay {...props} />
      </span>
      <span className="hidden print:inline">
        <Day value={props.value} short />
      </span>
    </>
  )
}

function Roles({ roles }: { roles: Person['roles'] }) {
  const several = new Set(roles.map(({ organization }) => organization)).size > 1
  return roles
    .map(({ role, organization }) => (several ? `${role}, ${organization}` : role))
    .join(' · ')
}

function StandingWords({ standing, today }: { standing: Person['standing']; today: string }) {
  if (!standing) return 'None assigned'
  if (standing.isDone) return `${standing.pathway}: done`
  return (
    <>
      {standing.pathway}: {standing.stepsCompleted} of {standing.stepsRequired} steps
      {standing.dueOn && (
        <>
          , {standing.dueOn < today ? 'was due' : 'due'}{' '}
          <Day value={standing.dueOn} today={today} short />
        </>
      )}
      {standing.others > 0 && (
        <span className="text-ink-quiet"> and {counted(standing.others, 'other', 'others')}</span>
      )}
    </>
  )
}
