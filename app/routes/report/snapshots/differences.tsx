import type { Difference } from '~/domain/reports/comparing'
import { FEW, isFew } from '~/domain/reports/rounding'
import { formatHours } from '~/ui/hours'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

/** Where on the page what was corrected stands. */
export const CORRECTED = 'corrected'

/** What would be different if the report were frozen today. */
export function Differences({ differences }: { differences: (Difference & { name: string })[] }) {
  if (differences.length === 0) return null
  return (
    <div id={CORRECTED}>
      <Section
        title="Corrected since"
        lead="What the same day looks like today, where it is not what was frozen: rows that were taken back, changed or brought later, and another yardstick."
      >
        <Table
          caption="Figures that were corrected since the report was frozen"
          captionHidden
          dense
          narrow="scroll"
          rows={differences}
          rowKey={({ section, place, item, measure }) =>
            [section, place?.id, item?.key, measure].join()
          }
          columns={[
            { key: 'figure', head: 'Figure', rowHead: true, cell: ({ name }) => name },
            { key: 'school', head: 'School', cell: ({ place }) => place?.name ?? 'All' },
            {
              key: 'before',
              head: 'Frozen',
              numeric: true,
              cell: ({ unit, before, isRounded }) => valueOf(unit, before, isRounded),
            },
            {
              key: 'after',
              head: 'Today',
              numeric: true,
              cell: ({ unit, after, isRounded }) => valueOf(unit, after, isRounded),
            },
          ]}
        />
      </Section>
    </div>
  )
}

function valueOf(unit: Difference['unit'], value: number | null, isRounded?: true) {
  if (value === null) return '–'
  if (isFew({ unit, value, isRounded })) return FEW
  return unit === 'minutes' ? formatHours(value) : value.toLocaleString('en-US')
}
