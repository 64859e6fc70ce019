import type { ComponentProps, ReactNode } from 'react'
import { FieldWords, inputLook, useField, type Field, type FieldProps } from './field-frame'

type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentProps<Tag>,
  'className' | 'style' | 'children' | 'id' | 'name' | 'required' | 'size'
>

const widths = { short: 'max-w-32', medium: 'max-w-64', full: '' }

type Width = {
  /** The width hints at the length of the answer. */
  width?: keyof typeof widths
}

type InputProps = FieldProps & Native<'input'> & Width & { suffix?: ReactNode }

/** One line of text; `type` for email, url, search and the like. */
export function TextField(props: InputProps) {
  const { words, rest } = split(props)
  const { width = 'full', suffix, ...native } = rest
  const field = useField(words)
  return (
    <div>
      <FieldWords field={field} {...words} />
      <div className={`flex items-center gap-2 ${widths[width]}`}>
        <input
          type="text"
          {...native}
          defaultValue={initialText(field, props)}
          {...field.control}
          className={inputLook}
        />
        {suffix && <span className="text-ink-quiet">{suffix}</span>}
      </div>
    </div>
  )
}

/** A number, typed as text with a number pad: no spinners, nothing lost on a scroll. */
export function NumberField(props: Omit<InputProps, 'type'>) {
  return <TextField inputMode="decimal" autoComplete="off" width="short" {...props} />
}

/** A day, in the browser's own date control; values are `2026-10-03`. */
export function DateField(props: Omit<InputProps, 'type'>) {
  return <TextField width="medium" {...props} type="date" />
}

/** More than one line of text. */
export function TextAreaField(props: FieldProps & Native<'textarea'>) {
  const { words, rest } = split(props)
  const field = useField(words)
  return (
    <div>
      <FieldWords field={field} {...words} />
      <textarea
        rows={4}
        {...rest}
        defaultValue={initialText(field, props)}
        {...field.control}
        className={`${inputLook} field-sizing-content min-h-28 md:min-h-28`}
      />
    </div>
  )
}

/** One choice in a select. */
export type Choice = { value: string; label: string; disabled?: boolean }

/** Choices under a heading of their own. */
export type ChoiceGroup = { label: string; choices: Choice[] }

/** One of many; `placeholder` is the empty first choice. */
export function SelectField(
  props: FieldProps &
    Native<'select'> &
    Width & { choices: (Choice | ChoiceGroup)[]; placeholder?: string },
) {
  const { words, rest } = split(props)
  const { choices, placeholder, width = 'full', ...native } = rest
  const field = useField(words)
  return (
    <div>
      <FieldWords field={field} {...words} />
      <select
        {...native}
        defaultValue={initialText(field, props)}
        {...field.control}
        className={`${inputLook} select-look ${widths[width]}`}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) =>
          'choices' in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
    </div>
  )
}

function option({ value, label, disabled }: Choice) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}

function split<Props extends FieldProps>(props: Props) {
  const { label, name, id, hint, error, required, optional, labelHidden, ...rest } = props
  return { words: { label, name, id, hint, error, required, optional, labelHidden }, rest }
}

/** What an uncontrolled control starts with: what was typed before, even if emptied, or what is stored. */
function initialText<Value>(
  field: Field,
  props: { value?: unknown; defaultValue?: Value; disabled?: boolean },
) {
  if (props.value !== undefined) return undefined
  if (props.disabled || !field.replied) return props.defaultValue
  return field.replied[0] ?? ''
}
