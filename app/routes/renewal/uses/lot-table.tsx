import { PURPOSES } from '~/domain/credit/use'
import { useDistrict } from '~/parts/district-context'
import { formatDay } from '~/ui/day'
import { Day } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { Status } from '~/ui/status'
import { Table } from '~/ui/table'
import { amountWords } from './amount-words'
import type { ShownUses } from './uses-page'

/** The lots: what is in each, and until when it is good. */
export function LotTable({ lots }: { lots: ShownUses['lots'] }) {
  const { today } = useDistrict()
  return (
    <Table
      caption="Pay lanes and stipends"
      captionHidden
      rows={lots}
      rowKey={({ purpose, label, unit, expiresOn }) => `${purpose} ${label} ${unit} ${expiresOn}`}
      columns={[
        { key: 'label', head: 'Which', rowHead: true, cell: ({ label }) => label },
        { key: 'purpose', head: 'Used for', cell: ({ purpose }) => PURPOSES[purpose] },
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          cell: ({ minutes }) => (minutes > 0 ? <Hours minutes={minutes} /> : null),
        },
        {
          key: 'credit',
          head: 'As credit',
          cell: ({ unit, milliUnits }) =>
            unit === 'clock_hour' ? null : amountWords(milliUnits / 1000, unit),
        },
        {
          key: 'until',
          head: 'Good until',
          cell: ({ expiresOn, isExpired }) => {
            if (!expiresOn) return 'For good'
            if (!isExpired) return <Day value={expiresOn} today={today} />
            const words = `Expired on ${formatDay(expiresOn, today)}, counts for nothing`
            return <Status tone="neutral">{words}</Status>
          },
        },
      ]}
    />
  )
}
