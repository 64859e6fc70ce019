import { PURPOSES } from '~/domain/credit/use'
import { Hours } from '~/ui/hours-text'
import { Table } from '~/ui/table'
import { amountWords } from './amount-words'
import type { ShownUses } from './uses-page'

/** What was used for each purpose; what has expired is not in it. */
export function TotalTable({ totals }: { totals: ShownUses['totals'] }) {
  if (totals.length === 0) {
    return (
      <p className="text-ink-quiet">Nothing stands: all of it was taken back or has expired.</p>
    )
  }
  return (
    <Table
      caption="Used in all, by purpose"
      captionHidden
      rows={totals}
      rowKey={({ purpose }) => purpose}
      columns={[
        {
          key: 'purpose',
          head: 'Used for',
          rowHead: true,
          cell: ({ purpose }) => PURPOSES[purpose],
        },
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          cell: ({ minutes }) => <Hours minutes={minutes} />,
        },
        {
          key: 'credit',
          head: 'As credit',
          cell: ({ units }) =>
            units
              .filter(({ unit }) => unit !== 'clock_hour')
              .map(({ unit, amount }) => amountWords(amount, unit))
              .join(', ') || null,
        },
      ]}
    />
  )
}
