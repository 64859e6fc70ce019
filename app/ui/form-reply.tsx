import { createContext, useContext, type ReactNode } from 'react'
import { ErrorSummary, type FieldErrors } from './error-summary'

/** What the server answered about a form that could not be saved. */
export type Reply = {
  initialValue?: Record<string, unknown> | null
  error?: FieldErrors
}

const ReplyContext = createContext<Reply | null>(null)

/**
 * Puts the error summary on top and hands each field inside its error and what was typed, so that a
 * refused form comes back filled in.
 */
export function FormReply(props: { reply?: Reply | null; children: ReactNode }) {
  return (
    <ReplyContext.Provider value={props.reply ?? null}>
      <ErrorSummary errors={props.reply?.error} />
      {props.children}
    </ReplyContext.Provider>
  )
}

/** The reply to one field of the form around it. */
export function useFieldReply(name: string) {
  const reply = useContext(ReplyContext)
  return {
    error: reply?.error?.[name],
    isFilled: Boolean(reply?.initialValue),
    value: reply?.initialValue ? valueAt(reply.initialValue, name) : undefined,
  }
}

/** The value under a name such as `steps[0].title`, as forms nest them. */
function valueAt(values: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], values)
}
