import type { listOwnAwards } from '~/domain/badges/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import { AwardStatus } from './award-status'

type List = Awaited<ReturnType<typeof listOwnAwards>>

/** Badges, each with whether it was checked. */
export function AwardTable({ list }: { list: List }) {
  const { district, today } = useDistrict()
  return (
    <Table
      caption={`${counted(list.total, 'badge', 'badges')}, newest first`}
      rows={list.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Badge',
          rowHead: true,
          cell: (row) => (
            <span>
              <TextLink href={paths.award(district, row)} strong>
                {row.title}
              </TextLink>
              <span className="block text-sm font-normal text-ink-quiet">{row.issuer}</span>
            </span>
          ),
        },
        {
          key: 'awarded',
          head: 'Awarded',
          cell: (row) => <Day value={row.awardedOn} today={today} short />,
        },
        {
          key: 'expires',
          head: 'Expires',
          cell: (row) =>
            row.expiresOn ? <Day value={row.expiresOn} today={today} short /> : 'Never',
        },
        { key: 'state', head: 'State', cell: (row) => <AwardStatus {...row} /> },
      ]}
    />
  )
}
