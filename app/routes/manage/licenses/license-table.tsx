import type { listDistrictLicenses } from '~/domain/licenses/listing.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { LicenseStandingWord } from '~/parts/license-standing'
import { counted } from '~/parts/people-words'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'

type Listed = Awaited<ReturnType<typeof listDistrictLicenses>>

/** Licenses of the district, one a row. */
export function LicenseTable({ licenses }: { licenses: Listed }) {
  const { district } = useDistrict()
  return (
    <Table
      caption={counted(licenses.total, 'license', 'licenses')}
      rows={licenses.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          head: 'Educator',
          rowHead: true,
          cell: (license) =>
            licenses.can.import ? (
              <TextLink href={paths.license(district, license)} tone="ink" strong>
                {license.person}
              </TextLink>
            ) : (
              license.person
            ),
        },
        { key: 'state', head: 'State', cell: ({ state }) => state },
        {
          key: 'license',
          head: 'License',
          cell: ({ area, kind }) => [kind, area].filter(Boolean).join(', '),
        },
        {
          key: 'role',
          head: 'Renewed as',
          cell: ({ isPrimary }) => (isPrimary ? 'Primary' : 'Additional'),
        },
        {
          key: 'standing',
          head: 'Standing',
          cell: ({ standing }) => <LicenseStandingWord standing={standing} />,
        },
      ]}
    />
  )
}
