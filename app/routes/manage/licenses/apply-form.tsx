import { Form, useNavigation } from '@remix-run/react'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { FormReply, type Reply } from '~/ui/form-reply'

/** Applies what a preview shows; nothing where there is nothing to change. */
export function ApplyForm(props: {
  counts: { added: number; changed: number }
  rejected: number
  reply: Reply | null
}) {
  const { counts, rejected, reply } = props
  const isApplying = useNavigation().state === 'submitting'
  const rows = counts.added + counts.changed
  if (rows === 0) return <p className="mb-6 text-ink-quiet">There is nothing to apply.</p>
  return (
    <Form method="post" className="mb-8 max-w-form">
      <FormReply reply={reply}>
        {rejected > 0 && (
          <CheckboxField
            name="allOrNone"
            label="All of the rows or none"
            hint="Changes nothing as long as a row is rejected."
          />
        )}
        <div className="mt-3">
          <Button tone="primary" pending={isApplying}>
            Apply {counted(rows, 'row', 'rows')}
          </Button>
        </div>
      </FormReply>
    </Form>
  )
}
