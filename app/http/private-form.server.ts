import { data } from '@remix-run/node'
import type { z } from 'zod'
import { TryLater } from '~/domain/people/try-later'
import { type Reply, submit } from './form.server'
import { isSecretField } from './secret-fields'

const STATUS = { attempts: 429, load: 503 }

/**
 * Like `submit`, for forms with passwords: these never come back, everything else that was typed does.
 * Too many attempts are answered with 429, too many people at once with 503.
 */
export async function submitPrivately<S extends z.ZodType, R>(
  request: Request,
  schema: S,
  save: (input: z.output<S>) => Promise<R>,
) {
  const form = await request.formData()
  const answer = await submit(form, schema, (input) =>
    save(input).catch((error: unknown) => {
      if (!(error instanceof TryLater)) throw error
      const typed = [...form].filter(([, value]) => typeof value === 'string')
      return data<Reply>(
        { error: { '': [error.message] }, initialValue: Object.fromEntries(typed) },
        { status: STATUS[error.because], headers: { 'Retry-After': String(error.seconds) } },
      )
    }),
  )
  const reply = refusalOf(answer)
  if (reply) reply.initialValue = withoutSecrets(reply.initialValue)
  return answer
}

function withoutSecrets(values: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isSecretField(name)))
}

/** What a form is told that was refused; null of any other answer. */
export function refusalOf(answer: unknown): Reply | null {
  const { type, data: body } = Object(answer) as { type?: string; data?: Partial<Reply> }
  return type === 'DataWithResponseInit' && body?.initialValue ? (body as Reply) : null
}
