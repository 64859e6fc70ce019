import type { EnrolledPage } from '~/domain/pathways/enrolled.server'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

/** At which step people stand and since when, each leading to them. */
export function StepsStoodAt(props: { steps: EnrolledPage['steps']; current?: string }) {
  const { today } = useDistrict()
  const url = useListUrl()
  if (props.steps.length === 0) return null
  return (
    <Section
      title="Where they stand"
      lead="Who has not completed it, at the first step that is not done."
    >
      <ol className="max-w-line divide-y divide-line border-y border-line">
        {props.steps.map((step) => (
          <li key={step.stepKey} className="py-3 print:break-inside-avoid">
            <TextLink
              href={`${url({ step: step.stepKey })}#people`}
              tone="ink"
              aria-current={step.stepKey === props.current ? 'true' : undefined}
            >
              Step {step.number}, {step.title}
            </TextLink>
            <p className="text-ink-quiet">
              {counted(step.people, 'person', 'people')}, {step.people > 1 && 'longest '}since{' '}
              <Day value={step.since} today={today} />
              {step.waiting > 0 &&
                `; ${counted(step.waiting, 'waits for a decision', 'wait for a decision')}`}
              .
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
