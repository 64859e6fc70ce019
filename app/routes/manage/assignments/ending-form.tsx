import { Form, useNavigation } from '@remix-run/react'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { FormReply, type Reply } from '~/ui/form-reply'

/** Ends an assignment, and says what becomes of those who are under way. */
export function EndingForm({ open, reply }: { open: number; reply: Reply | null }) {
  const isEnding = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="max-w-form space-y-4">
      <FormReply reply={reply}>
        {open > 0 && (
          <CheckboxField
            name="takeBack"
            label={`Also take it back from the ${counted(open, 'person', 'people')} who have not completed it`}
            hint="What they did stays in their record. Without this they keep the pathway and may finish it."
          />
        )}
        <Button tone="danger" pending={isEnding}>
          End the assignment
        </Button>
      </FormReply>
    </Form>
  )
}
