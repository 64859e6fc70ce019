import { Form, useNavigation } from '@remix-run/react'
import { ACTIVITY_KINDS, COMMON_KINDS, MAX_TITLE_LENGTH } from '~/domain/activities/activity'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { DateField, SelectField, TextField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { Section } from '~/ui/section'
import type { Home } from './state-of-things'

const kinds = COMMON_KINDS.map((kind) => ({ value: kind, label: ACTIVITY_KINDS[kind] }))

/** Four answers and Enter: logged and sent. */
export function QuickLog({ home, reply }: { home: Home; reply: Reply | null }) {
  const { district, today } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const [reviewer] = home.reviewers
  return (
    <Section title="Quick log">
      <Form
        key={home.quickLogId}
        method="post"
        action={`${paths.home(district)}?index`}
        noValidate
        className="space-y-4 rounded-card border border-line bg-card p-4"
      >
        <FormReply reply={reply}>
          <input type="hidden" name="id" value={home.quickLogId} />
          <TextField name="title" label="What did you do?" required maxLength={MAX_TITLE_LENGTH} />
          <SelectField name="kind" label="Kind" required placeholder="Choose" choices={kinds} />
          <div className="grid grid-cols-2 gap-4">
            <DateField name="startedOn" label="Day" required max={today} defaultValue={today} />
            <TextField name="hours" label="Hours" required autoComplete="off" placeholder="1.5" />
          </div>
          <Button wide pending={isSending}>
            {reviewer ? `Send to ${reviewer.name}` : 'Send for approval'}
          </Button>
        </FormReply>
      </Form>
    </Section>
  )
}
