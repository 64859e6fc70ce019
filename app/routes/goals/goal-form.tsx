import { Form, useNavigation } from '@remix-run/react'
import type { GoalKind } from '#db/words'
import { competenciesByArea, FRAMEWORK } from '~/domain/frameworks/competency'
import { GOAL_KIND_HINTS, GOAL_KINDS, MAX_GOAL_TITLE } from '~/domain/goals/goal'
import type { Goal } from '~/domain/goals/queries.server'
import { byOwner, OWNER_WORDS, type Priority } from '~/domain/priorities/priority'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, SelectField, TextAreaField, TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'

const kinds = Object.keys(GOAL_KINDS) as GoalKind[]

/** The form about one goal, for a new one and for one that is changed. */
export function GoalForm(props: {
  id: string
  version: number
  values: Partial<Goal> & { priorityId?: string | null }
  /** What it can serve; where there is nothing, nothing is asked. */
  priorities: Priority[]
  reply: Reply | null
  /** Where to go when nothing is to be saved. */
  backTo: string
  action: string
}) {
  const { values, reply, priorities } = props
  const { today } = useDistrict()
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form">
      <FormReply reply={reply}>
        <input type="hidden" name="id" value={String(reply?.initialValue?.id ?? props.id)} />
        <input type="hidden" name="version" value={props.version} />
        <div className="space-y-6">
          <TextField
            name="title"
            label="What do you want to reach?"
            hint="In a few words: “Give feedback by audio in each unit”."
            required
            maxLength={MAX_GOAL_TITLE}
            defaultValue={values.title}
          />
          <RadioGroupField
            name="kind"
            label="What is it for?"
            layout="large"
            required
            choices={kinds.map((kind) => ({
              value: kind,
              label: GOAL_KINDS[kind],
              hint: GOAL_KIND_HINTS[kind],
            }))}
            defaultValue={values.kind ?? 'professional_practice'}
          />
          <fieldset>
            <legend className="mb-4 font-serif text-xl font-semibold">From, to, by</legend>
            <div className="grid gap-6 sm:grid-cols-2">
              <TextAreaField
                name="baseline"
                label="From: where are you now?"
                optional
                rows={3}
                defaultValue={values.baseline ?? undefined}
              />
              <TextAreaField
                name="target"
                label="To: what will be true?"
                required
                rows={3}
                defaultValue={values.target}
              />
              <DateField
                name="dueOn"
                label="By: which day?"
                required
                min={values.dueOn && values.dueOn < today ? values.dueOn : today}
                defaultValue={values.dueOn}
              />
              <TextField
                name="measure"
                label="How will you know?"
                optional
                defaultValue={values.measure ?? undefined}
              />
            </div>
          </fieldset>
          {priorities.length > 0 && (
            <SelectField
              name="priorityId"
              label="Which priority does it serve?"
              optional
              placeholder="None of these"
              choices={byOwner(priorities).map(({ owner, priorities: own }) => ({
                label: OWNER_WORDS[owner],
                choices: own.map(({ id, name }) => ({ value: id, label: name })),
              }))}
              defaultValue={values.priorityId ?? undefined}
            />
          )}
          <SelectField
            name="competency"
            label="Which competency does it build?"
            optional
            placeholder="None of these"
            choices={competenciesByArea().map((area) => ({
              label: area.label,
              choices: area.competencies.map(({ id, code, label }) => ({
                value: id,
                label: `${code} ${label}`,
              })),
            }))}
            defaultValue={values.competency ?? undefined}
            hint={`${FRAMEWORK.title}: ${FRAMEWORK.attribution}`}
          />
        </div>
        <FormActions>
          <Button tone="primary" pending={isSaving}>
            {props.action}
          </Button>
          <ButtonLink href={props.backTo} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </FormReply>
    </Form>
  )
}
