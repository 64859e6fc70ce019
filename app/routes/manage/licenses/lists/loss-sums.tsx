import { LOSSES, type LossReason, REMEDIES } from '~/domain/renewal/losses'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import type { Losses } from './lost'

/** What does not count, by reason; each opens the rows behind it. */
export function LossSums({ losses, reason }: { losses: Losses; reason: LossReason | null }) {
  const url = useListUrl()
  return (
    <Table
      caption="By reason"
      captionHidden
      rows={losses.sums}
      rowKey={(sum) => sum.reason}
      isCurrent={(sum) => sum.reason === reason}
      columns={[
        {
          key: 'reason',
          head: 'Reason',
          rowHead: true,
          cell: (sum) => (
            <TextLink href={`${url({ reason: sum.reason })}#rows`}>{LOSSES[sum.reason]}</TextLink>
          ),
        },
        {
          key: 'remedy',
          head: 'What would save it',
          cell: (sum) => REMEDIES[sum.reason] ?? 'Nothing any more',
        },
        {
          key: 'people',
          head: 'People',
          numeric: true,
          cell: ({ people }) => people.toLocaleString('en-US'),
        },
        {
          key: 'rows',
          head: 'Rows',
          numeric: true,
          cell: ({ rows }) => rows.toLocaleString('en-US'),
        },
        {
          key: 'units',
          head: 'Worth',
          numeric: true,
          cell: ({ units }) =>
            units
              .filter(({ amount }) => amount > 0)
              .map(({ one, many, amount }) => counted(amount, one, many))
              .join(', ') || 'Not known',
        },
      ]}
    />
  )
}
