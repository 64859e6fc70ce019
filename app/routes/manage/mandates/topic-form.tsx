import { Form, useNavigation } from '@remix-run/react'
import { MAX_TITLE_LENGTH, type TopicKind } from '~/domain/mandates/mandate'
import type { Topic } from '~/domain/mandates/queries.server'
import { type AskChoices, AskFields } from '~/parts/ask-fields'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'

/** What is to be taken, and what it is called. */
export function TopicForm(props: {
  kind: TopicKind
  choices: AskChoices
  topic?: Topic
  reply: Reply | null
}) {
  const { kind, choices, topic, reply } = props
  const isSaving = useNavigation().state === 'submitting'
  const ask = topic?.ask
  return (
    <Form method="post" noValidate className="max-w-form" key={kind}>
      <FormReply reply={reply}>
        <div className="space-y-6">
          <input type="hidden" name="kind" value={kind} />
          <AskFields kind={kind} choices={choices} ask={ask} prefix={kind} />
          <TextField
            name="title"
            label="What is the topic called?"
            hint="Left empty, it is named after what it asks for."
            optional
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={topic?.title}
          />
        </div>
        <FormActions>
          <Button tone="primary" pending={isSaving}>
            {topic ? 'Save the topic' : 'Add the topic'}
          </Button>
        </FormActions>
      </FormReply>
    </Form>
  )
}
