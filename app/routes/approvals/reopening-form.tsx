import { Form, useNavigation } from '@remix-run/react'
import { MAX_REASON_LENGTH } from '~/domain/reviews/submission'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { TextAreaField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { Section } from '~/ui/section'
import { useKeptQuery } from './kept-query'

/** Takes an approval or a denial back, with the reason for it. */
export function ReopeningForm(props: {
  submission: { id: string; status: string; member: string }
  reply: Reply | null
}) {
  const { submission, reply } = props
  const { district } = useDistrict()
  const kept = useKeptQuery()
  const isSending = useNavigation().state === 'submitting'
  const isDenied = submission.status === 'denied'
  return (
    <Section
      title={isDenied ? 'Take this denial back' : 'Take this approval back'}
      lead={`It waits for a decision again${isDenied ? '' : ' and does not count until then'}, and ${submission.member} is told. The decision stays in the history.`}
      level={3}
    >
      <Form
        method="post"
        action={paths.reopening(district, submission) + kept}
        noValidate
        className="max-w-form space-y-4"
      >
        <FormReply reply={reply}>
          <TextAreaField
            name="reason"
            label="Why"
            hint={`${submission.member} reads this.`}
            required
            rows={2}
            maxLength={MAX_REASON_LENGTH}
          />
          <Button icon="return" pending={isSending}>
            Take it back
          </Button>
        </FormReply>
      </Form>
    </Section>
  )
}
