import type { PlacesCounted } from '~/domain/counted/places.server'
import { paths } from '~/http/paths'
import { Day } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { useDistrict } from './district-context'

/** Every place in which something one did counts; nothing where it counts nowhere. */
export function CountsToward({ places }: { places: PlacesCounted }) {
  const { district, today } = useDistrict()
  const { isOwn, steps, turns, uses } = places
  if (steps.length + turns.length + uses.length === 0) return null
  return (
    <Section title="Counts toward">
      <ul className="grid gap-2">
        {steps.map((step) => (
          <li key={`${step.enrollmentId} ${step.stepKey}`} className="max-w-line">
            <Titled
              title={step.pathway}
              href={isOwn && step.hasPage ? pageOf(district, step) : null}
            />
            {step.step
              ? `, step ${step.step.number} of ${step.step.of}, “${step.step.title}”`
              : ', a step that it no longer has'}
            {step.isExpected && ', once it is approved'}
            <Brought step={step} />
            {step.completedOn && (
              <span className="text-ink-quiet">
                {'. Done '}
                <Day value={step.completedOn} today={today} short />
              </span>
            )}
            {step.after && <span className="text-ink-quiet"> (after “{step.after}”)</span>}
          </li>
        ))}
        {turns.map((turn) => (
          <li key={turn.id} className="max-w-line">
            <Titled title={turn.title} href={isOwn ? paths.training(district) : null} />, a required
            training due <Day value={turn.dueOn} today={today} short />
            {turn.metOn && (
              <span className="text-ink-quiet">
                {'. Met '}
                <Day value={turn.metOn} today={today} short />
              </span>
            )}
          </li>
        ))}
        {uses.map(({ id, words }) => (
          <li key={id} className="max-w-line">
            Used for {words}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Step = PlacesCounted['steps'][number]

function Brought({ step: { minutes, completedOn } }: { step: Step }) {
  if (!minutes) return null
  const { brought, needed, there } = minutes
  if (brought >= needed) {
    return (
      <>
        : all of the <Hours minutes={needed} />
      </>
    )
  }
  return (
    <>
      : <Hours minutes={brought} /> of the <Hours minutes={needed} />
      {completedOn === null && there > brought && there < needed && (
        <span className="text-ink-quiet">
          {' '}
          (<Hours minutes={there} /> in all)
        </span>
      )}
    </>
  )
}

function Titled({ title, href }: { title: string; href: string | null }) {
  return href ? <TextLink href={href}>{title}</TextLink> : title
}

const pageOf = (district: { slug: string }, { enrollmentId, stepKey, step }: Step) =>
  `${paths.enrollment(district, enrollmentId)}${step ? `#step-${stepKey}` : ''}`
