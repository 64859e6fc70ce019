import { Form, useNavigation } from '@remix-run/react'
import type { AudienceChoices } from '~/domain/audiences/choices.server'
import { NEWCOMER_DAYS } from '~/domain/mandates/cadence'
import {
  CADENCES,
  MAX_DAYS,
  MAX_DESCRIPTION_LENGTH,
  MAX_GRACE_DAYS,
  MAX_RETENTION_YEARS,
  MAX_TITLE_LENGTH,
} from '~/domain/mandates/mandate'
import { PROOF_CHOICES } from '~/domain/mandates/proof'
import { STATES } from '~/domain/people/states'
import { AudienceFields } from '~/parts/audience/audience-fields'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { Section } from '~/ui/section'
import type { MandateValues } from './mandate-values'

/** What a training is, whom it is for, and when it is due. */
export function MandateForm(props: {
  values: MandateValues
  choices: AudienceChoices
  reply: Reply | null
  saving: string
  /** Whom it is for, in the words of the template’s source. */
  sourceAudience?: string
}) {
  const { values, choices, reply, saving, sourceAudience } = props
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Form
      method="post"
      noValidate
      preventScrollReset
      className="max-w-form"
      key={JSON.stringify(values)}
    >
      <FormReply reply={reply}>
        <div hidden>
          <Button>{saving}</Button>
        </div>
        <input type="hidden" name="version" value={values.version} />
        {values.template && <input type="hidden" name="template" value={values.template} />}
        <Section title="What it is">
          <WhatFields values={values} />
        </Section>
        <Section
          title="Who is asked"
          lead={sourceAudience && `In the words of the source: ${sourceAudience}.`}
        >
          <div className="space-y-6">
            <AudienceFields
              choices={choices}
              values={values}
              method="get"
              title="Who is asked"
              titleHidden
            />
          </div>
        </Section>
        <Section title="When it is due">
          <WhenFields values={values} />
        </Section>
        <Section title="What shows that it was taken">
          <ProofFields values={values} />
        </Section>
        <FormActions>
          <Button tone="primary" pending={isSaving}>
            {saving}
          </Button>
        </FormActions>
      </FormReply>
    </Form>
  )
}

function WhatFields({ values }: { values: MandateValues }) {
  return (
    <div className="space-y-6">
      <TextField
        name="title"
        label="What is the training called?"
        required
        maxLength={MAX_TITLE_LENGTH}
        defaultValue={values.title}
      />
      <TextAreaField
        name="description"
        label="What those who take it should know"
        optional
        rows={3}
        maxLength={MAX_DESCRIPTION_LENGTH}
        defaultValue={values.description}
      />
      <SelectField
        name="jurisdiction"
        label="Which state requires it?"
        optional
        placeholder="None: the district does"
        choices={Object.entries(STATES).map(([code, label]) => ({ value: `US-${code}`, label }))}
        defaultValue={values.jurisdiction ?? ''}
      />
      <TextField
        name="law"
        label="By which law or rule?"
        optional
        maxLength={MAX_TITLE_LENGTH}
        defaultValue={values.law}
      />
    </div>
  )
}

function WhenFields({ values }: { values: MandateValues }) {
  return (
    <div className="space-y-6">
      <RadioGroupField
        name="every"
        label="How often?"
        required
        layout="row"
        choices={CADENCES.map(({ months, name }) => ({
          value: months?.toString() ?? 'once',
          label: name,
        }))}
        defaultValue={values.every}
      />
      <DateField
        name="firstDueOn"
        label="Everybody is due on"
        hint="The first such day; the next ones follow from it. Leave it empty where each person’s time runs from the last time they took it."
        optional
        defaultValue={values.firstDueOn}
      />
      <NumberField
        name="newHireDays"
        label="Those who come new have"
        hint={`Counted from the day of hire, or the day they come. Leave it empty where they are due with everybody else; where it is counted from the last time, they have ${NEWCOMER_DAYS} days then, and those who were there have the whole time.`}
        optional
        suffix="days"
        min={1}
        max={MAX_DAYS}
        defaultValue={values.newHireDays}
      />
      <DateField
        name="startsOn"
        label="It is asked for from"
        hint="Nobody is new who was there on this day."
        required
        defaultValue={values.startsOn}
      />
      <NumberField
        name="windowDays"
        label="What was done counts from so many days before it is due"
        hint="Leave it empty where everything since the last time counts."
        optional
        suffix="days"
        min={1}
        max={MAX_DAYS}
        defaultValue={values.windowDays}
      />
      <NumberField
        name="graceDays"
        label="Days of grace before anybody is overdue"
        suffix="days"
        min={0}
        max={MAX_GRACE_DAYS}
        defaultValue={values.graceDays ?? '0'}
      />
    </div>
  )
}

function ProofFields({ values }: { values: MandateValues }) {
  return (
    <div className="space-y-6">
      <RadioGroupField
        name="proof"
        label="What counts as proof, at least?"
        hint="Whatever it is, it counts once it is approved. A pathway is as strong as the weakest proof of its steps."
        required
        choices={PROOF_CHOICES}
        defaultValue={values.proof ?? 'self_reported'}
      />
      <NumberField
        name="retentionYears"
        label="The proof is kept for at least"
        optional
        suffix="years"
        min={1}
        max={MAX_RETENTION_YEARS}
        defaultValue={values.retentionYears}
      />
    </div>
  )
}
