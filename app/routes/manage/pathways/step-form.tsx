import { Form, useNavigation } from '@remix-run/react'
import {
  MAX_ALLOWED_DAYS,
  MAX_DESCRIPTION_LENGTH,
  MAX_TITLE_LENGTH,
  MAX_WEIGHT,
  type StepKind,
} from '~/domain/pathways/pathway'
import type { Step } from '~/domain/pathways/versions.server'
import { paths } from '~/http/paths'
import { type AskChoices, AskFields } from '~/parts/ask-fields'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { Disclosure } from '~/ui/disclosure'
import { NumberField, TextAreaField, TextField } from '~/ui/field'

/** The form of one kind of step: a new one, or one that is changed. */
export function StepForm(props: {
  pathway: { id: string }
  kind: StepKind
  choices: AskChoices
  step?: Step
  /** The form is what its page is for. */
  isMain?: boolean
}) {
  const { pathway, kind, choices, step } = props
  const { district } = useDistrict()
  const navigation = useNavigation()
  const action = step
    ? paths.pathwayStep(district, pathway, step.stepKey)
    : `${paths.pathwaySteps(district, pathway)}?kind=${kind}`
  return (
    <Form method="post" action={action} noValidate className="max-w-form space-y-4">
      <input type="hidden" name="kind" value={kind} />
      <TextField
        id={`${kind}-title`}
        name="title"
        label={kind === 'evidence' ? 'What is to be shown?' : 'What is the step called?'}
        hint={kind === 'evidence' ? undefined : 'Left empty, it is named after what it asks for.'}
        optional={kind !== 'evidence'}
        required={kind === 'evidence'}
        maxLength={MAX_TITLE_LENGTH}
        defaultValue={step?.title}
      />
      <AskFields kind={kind} choices={choices} ask={step?.asks[0]} prefix={kind} />
      <TextAreaField
        id={`${kind}-instructions`}
        name="instructions"
        label="What helps to do it?"
        optional
        rows={2}
        maxLength={MAX_DESCRIPTION_LENGTH}
        defaultValue={step?.instructions ?? undefined}
      />
      <MoreFields kind={kind} step={step} />
      <Button
        tone={props.isMain ? 'primary' : 'secondary'}
        pending={navigation.formAction === action}
      >
        {step ? 'Save the step' : 'Add the step'}
      </Button>
    </Form>
  )
}

/** What few steps need: how much they are of the whole, and how long one may take. */
function MoreFields({ kind, step }: { kind: StepKind; step?: Step }) {
  const isUsed = step && (step.weight !== 1 || step.allowedDays !== null)
  return (
    <Disclosure summary="More" open={isUsed || undefined}>
      <div className="space-y-4">
        <NumberField
          id={`${kind}-weight`}
          name="weight"
          label="How much does it weigh?"
          hint="Beside the other steps, which weigh 1 unless you say otherwise."
          optional
          min={1}
          max={MAX_WEIGHT}
          defaultValue={step?.weight ?? 1}
        />
        <NumberField
          id={`${kind}-allowedDays`}
          name="allowedDays"
          label="How long may it take?"
          hint="As a guide; nothing is closed when the time is over."
          optional
          min={1}
          max={MAX_ALLOWED_DAYS}
          suffix="days"
          defaultValue={step?.allowedDays ?? undefined}
        />
      </div>
    </Disclosure>
  )
}
