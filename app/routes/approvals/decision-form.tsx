import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { MAX_REASON_LENGTH } from '~/domain/reviews/submission'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { CheckboxGroupField } from '~/ui/choice-field'
import { Disclosure } from '~/ui/disclosure'
import { TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { Kbd } from '~/ui/kbd'
import { areSingleKeysOn } from '~/ui/single-keys'
import { useKeptQuery } from './kept-query'

const KEYS: Record<string, string> = { a: 'approved', r: 'returned', d: 'denied' }

/** Approve, return or deny: by button, or by the keys a, r and d outside of a field. */
export function DecisionForm(props: {
  submission: { id: string; member: string }
  /** What is looked for in the evidence. */
  criteria: string[]
  reasons: string[]
  reply: Reply | null
}) {
  const { district } = useDistrict()
  const form = useRef<HTMLFormElement>(null)
  const kept = useKeptQuery()
  const isSending = useNavigation().state === 'submitting'
  useDecisionKeys(form)

  return (
    <Form
      ref={form}
      method="post"
      action={paths.approval(district, props.submission) + kept}
      noValidate
      className="mt-8 max-w-form border-t border-line pt-6"
    >
      <FormReply reply={props.reply}>
        {props.criteria.length > 0 && (
          <div className="mb-6">
            <CheckboxGroupField
              name="rubric"
              label="What the step asks you to look for"
              hint="Tick what is there. It can be approved once all of it is."
              choices={props.criteria.map((criterion) => ({ value: criterion, label: criterion }))}
            />
          </div>
        )}
        <TextAreaField
          name="reason"
          label={`To ${props.submission.member}`}
          hint="Needed to return or deny: what you would like to know, or why not."
          optional
          rows={3}
          maxLength={MAX_REASON_LENGTH}
        />
        <EarlierReasons reasons={props.reasons} form={form} />
        <FormActions>
          <Button tone="primary" icon="check" name="decision" value="approved" pending={isSending}>
            Approve <Kbd>a</Kbd>
          </Button>
          <Button icon="return" name="decision" value="returned">
            Return <Kbd>r</Kbd>
          </Button>
          <Button tone="danger" icon="deny" name="decision" value="denied">
            Deny <Kbd>d</Kbd>
          </Button>
        </FormActions>
      </FormReply>
    </Form>
  )
}

function EarlierReasons(props: { reasons: string[]; form: React.RefObject<HTMLFormElement> }) {
  if (props.reasons.length === 0) return null
  const use = (reason: string) => {
    const field = props.form.current?.elements.namedItem('reason')
    if (!(field instanceof HTMLTextAreaElement)) return
    field.value = reason
    field.focus()
  }
  return (
    <div className="mt-2 max-md:hidden">
      <Disclosure summary="What you wrote before" rememberAs="reasons">
        <ul className="space-y-1">
          {props.reasons.map((reason) => (
            <li key={reason}>
              <Button size="small" tone="quiet" type="button" onClick={() => use(reason)}>
                {reason}
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

/**
 * Decides on the submission that is shown. A return or a denial without a reason goes to the reason
 * first. While several are chosen in the list it is not clear what a key means: then none does anything.
 */
function useDecisionKeys(form: React.RefObject<HTMLFormElement>) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const decision = KEYS[event.key]
      if (!decision || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || isAnyChosen() || !areSingleKeysOn()) return
      const reason = form.current?.elements.namedItem('reason') as HTMLTextAreaElement | null
      event.preventDefault()
      if (decision !== 'approved' && reason?.value.trim() === '') return reason.focus()
      const button = form.current?.querySelector<HTMLButtonElement>(`button[value="${decision}"]`)
      form.current?.requestSubmit(button)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [form])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select') !== null

const isAnyChosen = () => document.querySelector('input[name="submissions"]:checked') !== null
