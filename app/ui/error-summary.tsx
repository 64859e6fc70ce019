import { useEffect, useRef } from 'react'
import { fieldId } from './field-id'
import { Icon } from './icon'

/** Messages by field name; the empty name is for the form as a whole. */
export type FieldErrors = Record<string, string[] | string | null | undefined> | null

/** What is to be fixed, on top of the form and focused, each message linked to its field. */
export function ErrorSummary(props: { errors?: FieldErrors; title?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const errors = Object.entries(props.errors ?? {}).flatMap(([name, messages]) =>
    [messages ?? []].flat().map((message) => ({ name, message })),
  )
  const identity = JSON.stringify(errors)

  useEffect(() => {
    if (identity === '[]') return
    for (const control of document.querySelectorAll('details [aria-invalid]')) {
      control.closest('details')?.setAttribute('open', '')
    }
    box.current?.focus()
  }, [identity])

  if (errors.length === 0) return null
  const only = errors.length === 1 && !errors[0]?.name ? errors[0]?.message : undefined
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-6 rounded-card border border-bad bg-bad-soft p-4 text-bad"
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <Icon name="warning" />
        {props.title ?? only ?? `${countWords(errors.length)} to fix`}
      </h2>
      {!only && (
        <ul className="mt-2 space-y-1 pl-7">
          {errors.map(({ name, message }) => (
            <li key={name + message}>
              {name ? (
                <a href={`#${fieldId(name)}`} className="underline underline-offset-[3px]">
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const countWords = (count: number) => (count === 1 ? 'One thing' : `${count} things`)
