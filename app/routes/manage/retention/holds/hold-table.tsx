import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import type { Holds } from './index'

/** Legal holds with whom they are about. */
export function HoldTable({ holds }: { holds: Holds }) {
  const { district, today } = useDistrict()
  return (
    <Table
      caption={counted(holds.total, 'hold', 'holds')}
      rows={holds.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'matter',
          head: 'Matter',
          rowHead: true,
          cell: (hold) => (
            <TextLink href={paths.hold(district, hold)} tone="ink" strong>
              {hold.matter}
            </TextLink>
          ),
        },
        { key: 'about', head: 'Holds', cell: ({ name }) => name ?? 'Everybody' },
        {
          key: 'placed',
          head: 'Placed',
          cell: ({ placedOn, placedBy }) => (
            <>
              <Day value={placedOn} today={today} short /> by {placedBy}
            </>
          ),
        },
        {
          key: 'released',
          head: 'Released',
          cell: ({ releasedOn }) =>
            releasedOn ? <Day value={releasedOn} today={today} short /> : '–',
        },
      ]}
    />
  )
}
