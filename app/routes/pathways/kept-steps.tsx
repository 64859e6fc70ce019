import type { EnrollmentPage } from '~/domain/pathways/enrollment-page.server'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Section } from '~/ui/section'
import { Status } from '~/ui/status'
import { CountedRows } from './counted-rows'

/** What was done for steps that the pathway no longer has. */
export function KeptSteps({ steps }: { steps: EnrollmentPage['kept'] }) {
  const { today } = useDistrict()
  return (
    <Section
      title="Done before the pathway changed"
      lead="These steps are no longer asked for. What you did stays here."
    >
      <ul className="border-t border-line">
        {steps.map((step) => (
          <li key={step.stepKey} className="space-y-2 border-b border-line py-5">
            <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
              {step.title}
              <Status tone="good">
                <span>
                  Done <Day value={step.completedOn} today={today} short />
                </span>
              </Status>
            </h3>
            <p className="text-ink-quiet">A step of version {step.keptFrom}.</p>
            <CountedRows rows={step.counted} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
