import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { TextAreaField, TextField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'

/** What a list is called, and who is on it. */
export function ListForm(props: {
  values: { id: string; name?: string; who?: string }
  reply: Reply | null
}) {
  const { values, reply } = props
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form space-y-6">
      <FormReply reply={reply}>
        <input type="hidden" name="id" value={values.id} />
        <TextField name="name" label="Name" required defaultValue={values.name} />
        <TextAreaField
          name="who"
          label="People"
          hint="Paste e-mail addresses, staff numbers or full names, one on each line."
          rows={10}
          defaultValue={values.who}
        />
        <Button tone="primary" pending={isSaving}>
          Save the list
        </Button>
      </FormReply>
    </Form>
  )
}
