import { Form, useNavigation } from '@remix-run/react'
import type { Narrowing } from '~/domain/pathways/enrolled-where.server'
import { MAX_NOTE_LENGTH } from '~/domain/reminders/reminder'
import type { ReminderPreview } from '~/domain/reminders/reminding.server'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { TextAreaField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/section'

/** The letter as the first of them gets it, with room for a sentence of one's own. */
export function ReminderForm(props: {
  preview: Pick<ReminderPreview, 'counts' | 'letter'>
  narrowing: Narrowing
  note?: string
  sendsMail: boolean
  reply: Reply | null
  back: string
}) {
  const { preview, narrowing, note, sendsMail, reply, back } = props
  const { counts, letter } = preview
  const isSending = useNavigation().state === 'submitting'
  return (
    <Section title="The letter">
      {!sendsMail && (
        <div className="mb-6 max-w-form">
          <Notice tone="warn" title="This server sends no mail yet.">
            Letters wait in the outbox until an administrator has set it up.
          </Notice>
        </div>
      )}
      <Form method="post" className="max-w-form space-y-6">
        <FormReply reply={reply}>
          {letter && (
            <TextAreaField
              name="note"
              label="A sentence of your own"
              optional
              rows={3}
              maxLength={MAX_NOTE_LENGTH}
              hint="Stands in each of the letters."
              defaultValue={note}
            />
          )}
        </FormReply>
        <HiddenFilter narrowing={narrowing} />
        <input type="hidden" name="expected" value={counts.written} />
        {letter ? (
          <figure className="rounded-card border border-line bg-card p-5">
            <figcaption className="border-b border-line pb-3 text-sm text-ink-quiet">
              To {letter.to}
              {counts.written > 1 &&
                `; ${counted(counts.written - 1, 'other gets', 'others get')} the same`}
              <span className="mt-1 block text-base font-semibold text-ink">{letter.subject}</span>
            </figcaption>
            <p className="mt-4 break-words whitespace-pre-line">{letter.text}</p>
          </figure>
        ) : (
          <p className="text-ink-quiet">
            Nobody of those you chose would get a letter. Below stands why, for each of them.
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          {letter && (
            <>
              <Button tone="primary" icon="mail" pending={isSending}>
                Send to {counted(counts.written, 'person', 'people')}
              </Button>
              <Button formMethod="get">See it with my sentence</Button>
            </>
          )}
          <ButtonLink href={back} tone="quiet">
            {letter ? 'Cancel' : 'Back to the assignment'}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}

/** Whom it is about stays in the address when the letter is looked at again. */
function HiddenFilter({ narrowing }: { narrowing: Narrowing }) {
  const { state, organizationId, stepKey, due } = narrowing
  const given = { state, organization: organizationId, step: stepKey, due }
  return Object.entries(given).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  )
}
