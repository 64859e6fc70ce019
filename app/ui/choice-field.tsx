import type { ReactNode } from 'react'
import { FieldNotes, OptionalMark, useField, type FieldProps } from './field-frame'

const boxLook = 'mt-0.5 size-5 shrink-0 rounded-mark accent-accent disabled:opacity-50'

/** One thing to say yes to. The hint stands under the label. */
export function CheckboxField(
  props: FieldProps & {
    value?: string
    defaultChecked?: boolean
    disabled?: boolean
    form?: string
  },
) {
  const field = useField(props)
  const value = props.value ?? 'on'
  return (
    <div>
      <label className="flex min-h-11 items-start gap-3 py-2 md:min-h-8 md:py-1">
        <input
          {...field.control}
          type="checkbox"
          value={value}
          form={props.form}
          disabled={props.disabled}
          defaultChecked={field.replied?.includes(value) ?? props.defaultChecked}
          className={boxLook}
        />
        <span className={props.labelHidden ? 'sr-only' : ''}>{props.label}</span>
      </label>
      <div className="pl-8">
        <FieldNotes field={field} hint={props.hint} />
      </div>
    </div>
  )
}

/** One answer of a group; `hint` is a second line under it. */
export type GroupChoice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type GroupProps = FieldProps & {
  choices: GroupChoice[]
  /** `large` boxes are easy to hit on a phone; `row` puts short answers side by side. */
  layout?: 'list' | 'large' | 'row'
}

/** One of a few, all of them visible. */
export function RadioGroupField(props: GroupProps & { defaultValue?: string }) {
  const field = useField(props)
  const chosen = field.replied ?? [props.defaultValue ?? []].flat()
  return <ChoiceGroupFrame {...props} type="radio" field={field} chosen={chosen} />
}

/** Any number of a few; each sends the same name. */
export function CheckboxGroupField(props: GroupProps & { defaultValue?: string[] }) {
  const field = useField({ ...props, required: false })
  const chosen = field.replied ?? props.defaultValue ?? []
  return <ChoiceGroupFrame {...props} type="checkbox" field={field} chosen={chosen} />
}

const groupLayouts = {
  list: 'flex flex-col',
  large: 'grid gap-2 sm:grid-cols-2',
  row: 'flex flex-wrap gap-x-6',
}

const largeChoice =
  'rounded-control border border-line-strong bg-card px-3 py-3 hover:border-ink has-disabled:border-line has-disabled:text-ink-quiet has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus'

function ChoiceGroupFrame(
  props: GroupProps & {
    type: 'radio' | 'checkbox'
    field: ReturnType<typeof useField>
    chosen: string[]
  },
) {
  const { field, layout = 'list' } = props
  const { id, name, required } = field.control
  const { 'aria-describedby': described, 'aria-invalid': invalid } = field.control
  return (
    <fieldset
      role={props.type === 'radio' ? 'radiogroup' : undefined}
      aria-describedby={described}
      aria-invalid={props.type === 'radio' ? invalid : undefined}
      aria-required={(props.type === 'radio' && required) || undefined}
    >
      <legend className={props.labelHidden ? 'sr-only' : 'mb-1 font-semibold'}>
        {props.label}
        {props.optional && <OptionalMark />}
      </legend>
      <FieldNotes field={field} hint={props.hint} />
      <div className={groupLayouts[layout]}>
        {props.choices.map((choice, index) => (
          <label
            key={choice.value}
            className={`flex min-h-11 items-start gap-3 ${layout === 'large' ? largeChoice : 'py-2 md:min-h-8 md:py-1'}`}
          >
            <input
              type={props.type}
              id={index === 0 ? id : undefined}
              name={name}
              value={choice.value}
              required={props.type === 'radio' && required}
              disabled={choice.disabled}
              defaultChecked={props.chosen.includes(choice.value)}
              className={boxLook}
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-sm text-ink-quiet">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
