import { Form, useNavigation } from '@remix-run/react'
import type { Achievement } from '~/domain/badges/catalog.server'
import type { Course } from '~/domain/courses/queries.server'
import { MAX_DESCRIPTION_LENGTH, MAX_TITLE_LENGTH, type StepKind } from '~/domain/pathways/pathway'
import type { Step } from '~/domain/pathways/versions.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { TextAreaField, TextField } from '~/ui/field'
import { AskedFields } from './asked-fields'

export type StepChoices = { courses: Course[]; achievements: Achievement[] }

/** The form of one kind of step: a new one, or one that is changed. */
export function StepForm(props: {
  pathway: { id: string }
  kind: StepKind
  choices: StepChoices
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
      <AskedFields kind={kind} choices={choices} step={step} />
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
      <TextAreaField
        id={`${kind}-instructions`}
        name="instructions"
        label="What helps to do it?"
        optional
        rows={2}
        maxLength={MAX_DESCRIPTION_LENGTH}
        defaultValue={step?.instructions ?? undefined}
      />
      <Button
        tone={props.isMain ? 'primary' : 'secondary'}
        pending={navigation.formAction === action}
      >
        {step ? 'Save the step' : 'Add the step'}
      </Button>
    </Form>
  )
}
