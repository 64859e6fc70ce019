import type { EnrolledPage } from '~/domain/pathways/enrolled.server'
import { useListUrl } from '~/parts/list-url'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'

type School = EnrolledPage['schools'][number]

const COUNTS = [
  ['assigned', 'Assigned'],
  ['engaged', 'Engaged'],
  ['demonstrated', 'Demonstrated'],
  ['current', 'Current'],
] as const

/** The four counts of each place where somebody on the pathway works, each leading to its people. */
export function SchoolTable(props: { schools: School[]; current?: string }) {
  const url = useListUrl()
  return (
    <Table
      caption="Who works at two places counts in both."
      dense
      rows={props.schools}
      rowKey={({ id }) => id}
      isCurrent={({ id }) => id === props.current}
      columns={[
        {
          key: 'school',
          head: 'School',
          rowHead: true,
          cell: ({ id, name }) => (
            <TextLink href={`${url({ organization: id })}#people`} tone="ink">
              {name}
            </TextLink>
          ),
        },
        ...COUNTS.map(([key, head]) => ({
          key,
          head,
          numeric: true,
          cell: (row: School) => row[key].toLocaleString('en-US'),
        })),
      ]}
    />
  )
}
