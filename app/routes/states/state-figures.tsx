import type { StateComparison } from '~/domain/states/comparing.server'
import { formatHours } from '~/ui/hours'
import { Stat, StatRow } from '~/ui/stat'

export type StateMonth = NonNullable<StateComparison['month']>

/** The state in three figures, with the year before. */
export function StateFigures({ month }: { month: StateMonth }) {
  const { total, totalBefore } = month
  return (
    <StatRow>
      <Stat
        label="Educators"
        value={total.educators.toLocaleString('en-US')}
        note="Educators and coaches of the districts shown."
        trend={trendOf(total.educators, totalBefore?.educators)}
      />
      <Stat
        label="At or above the yardstick"
        value={total.atOrAbove ? total.atOrAbove.toLocaleString('en-US') : '–'}
        unit={month.share !== null && `${month.share}%`}
        note="Without small numbers, which are not told, and without districts that have no yardstick."
        trend={total.atOrAbove ? trendOf(total.atOrAbove, totalBefore?.atOrAbove) : undefined}
      />
      <Stat
        label="Hours of an educator, on average"
        value={month.meanMinutes === null ? '–' : formatHours(month.meanMinutes)}
        note={`${formatHours(month.minutes)} in the school year.`}
      />
    </StatRow>
  )
}

function trendOf(now: number, before: number | null | undefined) {
  if (!before) return undefined
  const direction = now > before ? 'up' : now < before ? 'down' : 'flat'
  return { direction, words: `${before.toLocaleString('en-US')} a year before` } as const
}
