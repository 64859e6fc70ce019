import { Form, useNavigation } from '@remix-run/react'
import { MAX_ASKS, type StepKind } from '~/domain/pathways/pathway'
import { askInWords, STEP_KINDS } from '~/domain/pathways/step-kinds'
import type { Step } from '~/domain/pathways/versions.server'
import { paths } from '~/http/paths'
import { type AskChoices, AskFields } from '~/parts/ask-fields'
import { useDistrict } from '~/parts/district-context'
import { Button, IconButton } from '~/ui/button'
import { Disclosure } from '~/ui/disclosure'
import { Section } from '~/ui/section'

type Props = { pathway: { id: string }; step: Step; choices: AskChoices }

/** What else a step accepts, with a form to add more. */
export function Equivalences({ pathway, step, choices }: Props) {
  const { district } = useDistrict()
  const [, ...others] = step.asks
  return (
    <div className="mt-12">
      <Section
        title="Accept something else instead"
        lead="The step is done with any one of the things it accepts."
      >
        {others.length > 0 && (
          <ul className="max-w-form border-t border-line">
            {others.map((ask) => (
              <li
                key={ask.id}
                className="flex items-center justify-between gap-4 border-b border-line py-2"
              >
                <span>or {askInWords(ask)}</span>
                <Form
                  method="post"
                  action={paths.pathwayAskRemoval(district, pathway, step.stepKey, ask.id)}
                  preventScrollReset
                >
                  <IconButton
                    type="submit"
                    icon="trash"
                    label={`No longer accept: ${askInWords(ask)}`}
                  />
                </Form>
              </li>
            ))}
          </ul>
        )}
        {step.asks.length < MAX_ASKS && (
          <ul className="mt-2 space-y-1">
            {kindsLeft(step).map((kind) => (
              <li key={kind}>
                <Disclosure summary={STEP_KINDS[kind].adding}>
                  <div className="rounded-card border border-line bg-card p-5">
                    <AskForm pathway={pathway} step={step} choices={choices} kind={kind} />
                  </div>
                </Disclosure>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

/** The form of something else that a step accepts. */
export function AskForm({ pathway, step, choices, kind }: Props & { kind: StepKind }) {
  const { district } = useDistrict()
  const action = `${paths.pathwayAsks(district, pathway, step.stepKey)}?kind=${kind}`
  const isSaving = useNavigation().formAction === action
  return (
    <Form method="post" action={action} noValidate className="max-w-form space-y-4">
      <input type="hidden" name="kind" value={kind} />
      <AskFields kind={kind} choices={choices} prefix={`or-${kind}`} />
      <Button pending={isSaving}>Accept it too</Button>
    </Form>
  )
}

/** A step takes evidence once; everything else it can accept several of. */
const kindsLeft = ({ asks }: Step) =>
  (Object.keys(STEP_KINDS) as StepKind[]).filter(
    (kind) => kind !== 'evidence' || asks.every((ask) => ask.kind !== 'evidence'),
  )
