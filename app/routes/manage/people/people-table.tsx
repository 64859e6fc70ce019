import type { listMembers } from '~/domain/members/listing.server'
import { MEMBER_STATES } from '~/domain/members/member'
import { ROLES } from '~/domain/staff/staff'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table, type Sort } from '~/ui/table'

type Person = Awaited<ReturnType<typeof listMembers>>['rows'][number]

/** People as a class list: who, where as what, and whether they can sign in. */
export function PeopleTable(props: { people: Person[]; total: number; sort: Sort }) {
  const { district, today } = useDistrict()
  return (
    <Table
      caption={counted(props.total, 'person', 'people')}
      rows={props.people}
      rowKey={({ id }) => id}
      sort={props.sort}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          sortable: true,
          cell: (person) => (
            <TextLink href={paths.person(district, person)} strong>
              {person.name}
            </TextLink>
          ),
        },
        {
          key: 'email',
          head: 'Email',
          from: 'lg',
          cell: ({ email }) => (email === null ? '–' : <Email address={email} />),
        },
        {
          key: 'places',
          head: 'Works as',
          cell: ({ places }) => (places.length === 0 ? '–' : <Places places={places} />),
        },
        { key: 'state', head: 'State', cell: ({ state }) => MEMBER_STATES[state] },
        {
          key: 'hired',
          head: 'Hired',
          sortable: true,
          from: 'md',
          cell: ({ hiredOn }) => (hiredOn ? <Day value={hiredOn} today={today} short /> : '–'),
        },
      ]}
    />
  )
}

/** Breaks behind the @, where a line ends. */
function Email({ address }: { address: string }) {
  const at = address.indexOf('@') + 1
  return (
    <span className="wrap-break-word">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}

function Places({ places }: { places: Person['places'] }) {
  const { today } = useDistrict()
  return (
    <ul>
      {places.map(({ id, role, organization, startedOn }) => (
        <li key={id}>
          {ROLES[role]}, {organization}
          {startedOn > today && (
            <>
              , from <Day value={startedOn} today={today} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
