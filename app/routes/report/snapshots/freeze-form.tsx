import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { DateField, TextAreaField, TextField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'

/** Under which name the report is frozen, and as of which day. */
export function FreezeForm({
  id,
  today,
  reply,
}: {
  id: string
  today: string
  reply: Reply | null
}) {
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form space-y-6">
      <FormReply reply={reply}>
        <input type="hidden" name="id" value={id} />
        <TextField name="name" label="Name" hint="Such as “Board report, June 2026”." required />
        <DateField name="asOf" label="As of" max={today} defaultValue={today} required />
        <TextAreaField
          name="note"
          label="Note"
          hint="For whom it was, and what one should know who reads it later."
          rows={3}
        />
        <Button tone="primary" pending={isSaving}>
          Freeze the report
        </Button>
      </FormReply>
    </Form>
  )
}
