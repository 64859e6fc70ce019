import { Form } from '@remix-run/react'
import { labelOf } from '~/domain/licenses/choices'
import type { CycleForm } from '~/domain/licenses/forms.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

/** What was attested in a cycle; nothing where the rules ask for no such thing. */
export function Attestations({ cycle }: { cycle: CycleForm }) {
  const { district, today } = useDistrict()
  const { attestations } = cycle.choices
  const attested = cycle.facts.filter(({ kind }) => kind === 'attestation')
  if (attestations.length === 0 && attested.length === 0) return null
  return (
    <Section
      title="Attestations"
      action={
        attestations.length > 0 && (
          <TextLink href={paths.cycleAttestations(district, cycle)}>Note an attestation</TextLink>
        )
      }
    >
      {attested.length === 0 && (
        <p className="max-w-line text-ink-quiet">
          None yet. Your state asks that somebody attests what no hour can show.
        </p>
      )}
      <ul className="space-y-3">
        {attested.map((fact) => (
          <li key={fact.id} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {labelOf(attestations, fact.code)}, attested by {fact.attestedBy} on{' '}
              <Day value={fact.heldOn} today={today} />
            </span>
            <Form method="post" action={paths.cycleFactRemoval(district, cycle, fact)}>
              <Button size="small" tone="quiet" icon="trash">
                Remove<span className="sr-only"> {labelOf(attestations, fact.code)}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
