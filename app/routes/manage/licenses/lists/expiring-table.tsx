import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { LicenseStandingWord } from '~/parts/license-standing'
import { counted } from '~/parts/people-words'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import type { Found } from './expiring'

/** Licenses by the day they expire, each with how its renewal stands. */
export function ExpiringTable({ found }: { found: Found }) {
  const { district } = useDistrict()
  return (
    <Table
      caption={counted(found.total, 'license', 'licenses')}
      rows={found.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: 'Educator',
          rowHead: true,
          cell: ({ name, cycleId }) =>
            cycleId ? (
              <TextLink href={paths.cycle(district, cycleId)} tone="ink" strong>
                {name}
              </TextLink>
            ) : (
              name
            ),
        },
        { key: 'school', head: 'School', from: 'lg', cell: ({ school }) => school },
        { key: 'state', head: 'State', from: 'lg', cell: ({ place }) => place },
        {
          key: 'license',
          head: 'License',
          cell: ({ area, kind }) => [kind, area].filter(Boolean).join(', '),
        },
        {
          key: 'standing',
          head: 'Standing',
          cell: ({ standing }) => <LicenseStandingWord standing={standing} />,
        },
        {
          key: 'renewal',
          head: 'Renewal',
          cell: ({ sentence }) => sentence ?? 'No rules here for this state',
        },
      ]}
    />
  )
}
