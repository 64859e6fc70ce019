import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'

/** More time, or a waiver, with the reason that the educator reads. */
export function GrantingForm(props: { dueOn: string | null; reply: Reply | null; backTo: string }) {
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form space-y-6">
      <FormReply reply={props.reply}>
        <RadioGroupField
          name="kind"
          label="What do you give?"
          required
          choices={[
            ...(props.dueOn
              ? [{ value: 'extension', label: 'More time', hint: 'It is due later.' }]
              : []),
            {
              value: 'waiver',
              label: 'Let them off',
              hint: 'They no longer have it. What they did stays in their record.',
            },
          ]}
          defaultValue={props.dueOn ? 'extension' : 'waiver'}
        />
        <DateField
          name="until"
          label="Until when?"
          hint="Whom you let off: the last day it holds, or empty for good."
          optional
        />
        <TextAreaField name="reason" label="Why?" hint="They read this." required rows={3} />
      </FormReply>
      <FormActions>
        <Button tone="primary" pending={isSaving}>
          Grant it
        </Button>
        <ButtonLink href={props.backTo} tone="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  )
}
