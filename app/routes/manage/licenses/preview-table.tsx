import type { LicenseImportPage } from '~/domain/license-imports/previewing.server'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

type Row = NonNullable<LicenseImportPage['preview']>['added'][number]

/** The first rows of an import that add or change something. */
export function PreviewTable(props: { title: string; rows: Row[]; total: number }) {
  const { title, rows, total } = props
  if (total === 0) return null
  return (
    <Section
      title={title}
      lead={total > rows.length ? `The first ${rows.length} of ${total}.` : undefined}
    >
      <Table
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'row', head: 'Row', cell: ({ line }) => line },
          { key: 'person', head: 'Educator', rowHead: true, cell: ({ person }) => person },
          { key: 'state', head: 'State', cell: ({ state }) => state },
          {
            key: 'license',
            head: 'License',
            cell: ({ kind, area }) => [kind, area].filter(Boolean).join(', '),
          },
          {
            key: 'role',
            head: 'Renewed as',
            cell: ({ isPrimary }) => (isPrimary ? 'Primary' : 'Additional'),
          },
        ]}
      />
    </Section>
  )
}
