import type { ReactNode } from 'react'
import { partsOf, PEOPLE_STATES } from '~/domain/readiness/readiness'
import { SegmentedBar } from '~/ui/segmented-bar'

/** How far the audience of a pathway has come, each person once; who is not on it yet leaves a gap. */
export function ReadinessBar({
  counts,
  ...bar
}: {
  label: string
  counts: Parameters<typeof partsOf>[0]
  size?: 'thin' | 'medium'
  note?: ReactNode
}) {
  const parts = partsOf(counts)
  return (
    <SegmentedBar
      {...bar}
      total={counts.audience}
      segments={[
        { label: PEOPLE_STATES.current, value: parts.current },
        { label: PEOPLE_STATES.lapsed, value: parts.lapsed },
        { label: PEOPLE_STATES.under_way, value: parts.underWay },
        { label: PEOPLE_STATES.not_engaged, value: parts.notBegun },
      ]}
    />
  )
}
