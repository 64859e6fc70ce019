import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { type Sort, Table } from '~/ui/table'
import type { StateRows } from './index'
import { RowResult } from './row-result'

/** The rows with how each stands, and what is missing. */
export function RowTable({ list, sort }: Pick<StateRows, 'list'> & { sort: Sort }) {
  const { district } = useDistrict()
  return (
    <Table
      caption={counted(list.total, 'row', 'rows')}
      rows={list.rows}
      rowKey={({ id }) => id}
      sort={sort}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          sortable: true,
          cell: ({ memberId, givenName, familyName }) => (
            <TextLink href={paths.person(district, memberId)} tone="ink" strong>
              {`${givenName} ${familyName}`}
            </TextLink>
          ),
        },
        {
          key: 'number',
          head: 'State number',
          cell: ({ stateNumber, hasNumber }) => stateNumber ?? (hasNumber ? 'On the license' : '–'),
        },
        {
          key: 'school',
          head: 'School',
          sortable: true,
          cell: ({ schoolName, schoolNumber }) =>
            schoolNumber === null ? schoolName : `${schoolName} (${schoolNumber})`,
        },
        {
          key: 'activities',
          head: 'Activities',
          numeric: true,
          cell: ({ activities }) => activities.toLocaleString('en-US'),
        },
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          sortable: true,
          cell: ({ minutes }) => <Hours minutes={minutes} />,
        },
        {
          key: 'result',
          head: 'Result',
          cell: (row) => <RowResult row={row} stateName={list.stateName} mayMend={list.can.make} />,
        },
      ]}
    />
  )
}
