import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

type Import = {
  id: string
  fileName: string
  status: 'previewed' | 'applied'
  outcome: { added: number; changed: number } | null
  createdAt: Date | string
  by: string
}

/** The files that were handed in lately. */
export function LatestImports({ imports }: { imports: Import[] }) {
  const { district, today, timeZone } = useDistrict()
  if (imports.length === 0) return null
  return (
    <Section title="Files handed in lately">
      <Table
        caption="Files handed in lately"
        captionHidden
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            head: 'File',
            rowHead: true,
            cell: (row) => (
              <TextLink href={paths.licenseImport(district, row)} strong>
                {row.fileName}
              </TextLink>
            ),
          },
          {
            key: 'day',
            head: 'Day',
            cell: (row) => <Day value={dayOf(row.createdAt, timeZone)} today={today} />,
          },
          { key: 'by', head: 'By', cell: ({ by }) => by },
          {
            key: 'state',
            head: 'State',
            cell: ({ outcome }) =>
              outcome
                ? `Applied: ${counted(outcome.added, 'license', 'licenses')} new, ${outcome.changed} changed`
                : 'Not applied',
          },
        ]}
      />
    </Section>
  )
}
