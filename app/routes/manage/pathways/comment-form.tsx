import { Form, useNavigation } from '@remix-run/react'
import { MAX_COMMENT_LENGTH } from '~/domain/comments/comment'
import { Button } from '~/ui/button'
import { SelectField, TextAreaField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'

/** Says something about a version that is being built, or about one of its steps. */
export function CommentForm(props: {
  steps: { stepKey: string; title: string }[]
  reply: Reply | null
}) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="mt-6 max-w-form space-y-6">
      <FormReply reply={props.reply}>
        {props.steps.length > 0 && (
          <SelectField
            name="step"
            label="About"
            placeholder="The pathway as a whole"
            choices={props.steps.map(({ stepKey, title }) => ({ value: stepKey, label: title }))}
          />
        )}
        <TextAreaField
          name="text"
          label="What do you think?"
          hint="Everybody who is asked reads it, and whoever builds the pathway."
          required
          rows={4}
          maxLength={MAX_COMMENT_LENGTH}
        />
        <Button tone="primary" pending={isSending}>
          Send the comment
        </Button>
      </FormReply>
    </Form>
  )
}
