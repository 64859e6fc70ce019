import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { Conflict, Invalid } from '~/domain/errors'

/** What a form gets back that could not be saved: every value as it was typed, and what is wrong. */
export type Reply = {
  /** Messages by the name of the field; those of the whole form under the empty name. */
  error: Record<string, string[]>
  initialValue: Record<string, unknown>
  /** The row that is in the way: what is already recorded. */
  existingId?: string
}

/**
 * Reads a form, saves it, and answers. What the schema refuses and what the domain refuses come back
 * alike: 422, or 409 for a conflict, with everything that was typed. One `submit` may stand in another.
 *
 * @param form the fields, or the request to read them from; files are never among them
 * @param save returns the response to a saved form, usually a redirect
 * @throws Response when `save` throws one
 */
export async function submit<S extends z.ZodType, R>(
  form: Request | FormData,
  schema: S,
  save: (input: z.output<S>) => Promise<R>,
): Promise<R | Refusal> {
  const fields = onlyText(form instanceof FormData ? form : await form.formData())
  const submission = parseWithZod(fields, { schema })
  const initialValue = submission.payload
  if (submission.status !== 'success') {
    const messages = Object.entries(submission.error ?? {}).map(
      ([field, texts]) => [field, texts ?? []] as const,
    )
    return refuse({ error: Object.fromEntries(messages), initialValue }, 422)
  }
  try {
    return await save(submission.value)
  } catch (error) {
    if (error instanceof Invalid) {
      const { field, message, existingId } = error
      return refuse({ error: { [field ?? '']: [message] }, initialValue, existingId }, 422)
    }
    if (error instanceof Conflict)
      return refuse({ error: { '': [error.message] }, initialValue }, 409)
    throw error
  }
}

const refuse = (reply: Reply, status: number) => data(reply, { status })
type Refusal = ReturnType<typeof refuse>

function onlyText(form: FormData) {
  const fields = new FormData()
  for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value)
  return fields
}
