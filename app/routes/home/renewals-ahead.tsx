import { paths } from '~/http/paths'
import { CourseWord } from '~/parts/course-word'
import { useDistrict } from '~/parts/district-context'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import type { Home } from './state-of-things'

/** Whether each license will be renewed in time, in a sentence that opens to every row behind it. */
export function RenewalsAhead({ renewals }: { renewals: Home['renewals'] }) {
  const { district } = useDistrict()
  if (renewals.length === 0) return null
  return (
    <Section
      title="License renewal"
      action={<TextLink href={paths.renewal(district)}>All licenses</TextLink>}
    >
      <ul className="divide-y divide-line border-y border-line">
        {renewals.map(({ cycleId, place, state, sentence }) => (
          <li key={cycleId} className="py-3">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <TextLink href={paths.cycle(district, cycleId)} tone="ink" strong>
                {place}
              </TextLink>
              <CourseWord state={state} />
            </div>
            <p className="mt-1 max-w-line">{sentence}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
