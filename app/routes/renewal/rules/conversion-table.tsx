import type { ShownRuleSet } from '~/domain/rule-sets/showing'
import { Section } from '~/ui/section'
import { type Column, Table } from '~/ui/table'
import { OpenFigure } from './rule-item'
import { SourceLinks } from './source-list'

type Conversion = ShownRuleSet['conversions'][number]

/** What an hour, a course or a certificate is worth. */
export function ConversionTable(props: { unit: string; conversions: Conversion[] }) {
  return (
    <Section
      title="What things are worth"
      lead="Of what is not in this table, no page that was read says whether it counts: ask the state before you count on it."
    >
      <Table
        caption={`Conversions into ${props.unit}`}
        captionHidden
        rows={props.conversions}
        rowKey={({ id }) => id}
        columns={COLUMNS}
      />
    </Section>
  )
}

const COLUMNS: Column<Conversion>[] = [
  { key: 'from', head: 'One of', rowHead: true, cell: ({ from }) => from },
  {
    key: 'worth',
    head: 'Is worth',
    cell: ({ worth, isOpen, condition, once }) => (
      <div className="space-y-1">
        <p>
          {worth ?? 'Not stated'}
          {condition && `, ${condition}`}
          {once && ', once for the same thing'}
        </p>
        {isOpen && <OpenFigure />}
      </div>
    ),
  },
  { key: 'confidence', head: 'How sure', cell: ({ confidence }) => confidence },
  { key: 'note', head: 'Note', cell: ({ note }) => note ?? '–' },
  { key: 'sources', head: 'From', cell: ({ sources }) => <SourceLinks keys={sources} /> },
]
