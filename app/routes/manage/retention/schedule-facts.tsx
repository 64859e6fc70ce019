import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { ButtonLink } from '~/ui/link'
import { Section } from '~/ui/section'

type Schedule = {
  evidenceYears: number
  separationYears: number
  destroysWhenDue: boolean
  filesReviewedOn: string | null
  can: { edit: boolean }
}

/** How long what is kept, in words. */
export function ScheduleFacts({ schedule }: { schedule: Schedule }) {
  const { district, today } = useDistrict()
  const { evidenceYears, separationYears, destroysWhenDue, filesReviewedOn } = schedule
  return (
    <Section
      title="Schedule"
      lead="Counted from the renewal, not from the activity. Where a state asks for more, its rule holds. Ask your state’s archivist or the district’s counsel what holds for you."
      action={
        schedule.can.edit && (
          <ButtonLink href={paths.retentionSchedule(district)} icon="edit">
            Change
          </ButtonLink>
        )
      }
    >
      <Facts
        items={[
          {
            term: 'Evidence files that count for a renewal',
            value: `${evidenceYears} years after it, or after the file was attached`,
          },
          {
            term: 'Evidence files that count for none',
            value: `${separationYears} years after their educator left`,
          },
          {
            term: 'Hours, approvals, reasons and history',
            value: 'Kept: nothing deletes them',
          },
          {
            term: 'When a file is due',
            value: destroysWhenDue
              ? 'It is destroyed in the night after'
              : 'It waits here until the office confirms it',
          },
          {
            term: 'Last looked through',
            value: filesReviewedOn ? (
              <Day value={filesReviewedOn} today={today} />
            ) : (
              'Not yet: it happens within the hour'
            ),
          },
        ]}
      />
    </Section>
  )
}
