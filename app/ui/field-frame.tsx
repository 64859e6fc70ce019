import { useId, type ReactNode } from 'react'
import { fieldId } from './field-id'
import { useFieldReply } from './form-reply'
import { Icon } from './icon'

/** What every field takes. */
export type FieldProps = {
  label: ReactNode
  name: string
  /** Defaults to one derived from `name`; needed when two forms on a page share names. */
  id?: string
  hint?: ReactNode
  error?: string[] | string | null
  required?: boolean
  /** Marks the label "(optional)": for forms where most is required. */
  optional?: boolean
  /** The label is for screen readers only: where the column or the sentence around says it. */
  labelHidden?: boolean
}

/** Ties a control to its label, hint and error: spread `control` on the element. */
export function useField(props: FieldProps) {
  const reply = useFieldReply(props.name)
  const unique = useId()
  const id = props.id ?? fieldId(props.name)
  const messages = [props.error ?? reply.error ?? []].flat()
  const described = [props.hint && `${unique}-hint`, messages.length > 0 && `${unique}-error`]
  return {
    /** What was typed or chosen before, when the form comes back; nothing typed is an empty text. */
    replied: reply.isFilled ? [reply.value ?? []].flat().map(String) : undefined,
    messages,
    hintId: `${unique}-hint`,
    errorId: `${unique}-error`,
    control: {
      id,
      name: props.name,
      required: props.required,
      'aria-invalid': messages.length > 0 || undefined,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    },
  }
}

export type Field = ReturnType<typeof useField>

/** The words above a control: its label, hint and what is wrong. */
export function FieldWords({ field, ...props }: FieldProps & { field: Field }) {
  return (
    <>
      <label
        htmlFor={field.control.id}
        className={props.labelHidden ? 'sr-only' : 'mb-1 block font-semibold'}
      >
        {props.label}
        {props.optional && <OptionalMark />}
      </label>
      <FieldNotes field={field} hint={props.hint} />
    </>
  )
}

export function OptionalMark() {
  return <span className="font-normal text-ink-quiet"> (optional)</span>
}

export function FieldNotes({ field, hint }: { field: Field; hint?: ReactNode }) {
  return (
    <>
      {hint && (
        <p id={field.hintId} className="mb-2 max-w-line text-sm text-ink-quiet">
          {hint}
        </p>
      )}
      {field.messages.length > 0 && (
        <p id={field.errorId} className="mb-2 flex gap-1.5 text-sm font-semibold text-bad">
          <Icon name="warning" size="small" />
          <span>{field.messages.join(' ')}</span>
        </p>
      )}
    </>
  )
}

/** The look of a control one writes in. */
export const inputLook =
  'block w-full min-h-11 rounded-control border border-line-strong bg-card px-3 py-2 text-base text-ink placeholder:text-ink-quiet hover:border-ink aria-invalid:border-2 aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-quiet md:min-h-10'
