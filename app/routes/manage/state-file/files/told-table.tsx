import { ROW_KINDS } from '~/domain/state-files/state-file'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import type { OpenedFile } from './show'

/** The rows of a file as they were told, in their order. */
export function ToldTable({ rows }: Pick<OpenedFile, 'rows'>) {
  const { district } = useDistrict()
  return (
    <Table
      caption={counted(rows.total, 'row', 'rows')}
      rows={rows.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          cell: ({ memberId, name }) => (
            <TextLink href={paths.person(district, memberId)} tone="ink" strong>
              {name}
            </TextLink>
          ),
        },
        {
          key: 'number',
          head: 'State number',
          cell: ({ stateNumber }) => stateNumber ?? 'In the file',
        },
        {
          key: 'school',
          head: 'School',
          cell: ({ schoolName, schoolNumber }) => `${schoolName} (${schoolNumber})`,
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
          cell: ({ minutes }) => <Hours minutes={minutes} />,
        },
        { key: 'kind', head: 'Row', cell: ({ kind }) => ROW_KINDS[kind] },
        {
          key: 'previous',
          head: 'Told before',
          numeric: true,
          cell: ({ previousMinutes }) =>
            previousMinutes === null ? '–' : <Hours minutes={previousMinutes} />,
        },
      ]}
    />
  )
}
