import { kindName } from '~/domain/activities/activity'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { EmptyState } from '~/ui/empty-state'
import { formatHours } from '~/ui/hours'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { SegmentedBar } from '~/ui/segmented-bar'
import type { Home } from './state-of-things'

const KINDS_SHOWN = 5

/** The approved hours of this school year as one bar by kind, against the district's yardstick. */
export function HoursThisYear({ home }: { home: Home }) {
  const { district } = useDistrict()
  const { minutesByKind, minutes, yardstick } = home
  const shown = minutesByKind.slice(0, KINDS_SHOWN)
  const rest = minutesByKind.slice(KINDS_SHOWN).reduce((sum, row) => sum + row.minutes, 0)
  const segments = shown.map((row) => ({
    label: kindName(row.kind),
    value: row.minutes,
    words: formatHours(row.minutes),
  }))
  if (rest > 0) segments.push({ label: 'Other kinds', value: rest, words: formatHours(rest) })
  return (
    <Section
      title="Hours this year"
      action={<TextLink href={paths.record(district)}>Why this number</TextLink>}
    >
      {minutes === 0 ? (
        <EmptyState title="No approved hours yet" icon="clock" level={3}>
          Hours count once your principal has approved what you logged.
        </EmptyState>
      ) : (
        <SegmentedBar
          label="Approved hours this school year by kind"
          segments={segments}
          total={Math.max(yardstick, minutes)}
          target={
            yardstick > 0
              ? { value: yardstick, words: `Yardstick ${formatHours(yardstick)}` }
              : undefined
          }
        />
      )}
    </Section>
  )
}
