import { expect } from 'vitest'

declare module 'vitest' {
  interface Matchers<T = any> {
    /** A redirect to this path, its query included. */
    toRedirectTo(path: string | RegExp): T
    /** Not there, or not for this person to know of: 404. */
    toBeNotFound(): T
    /** Visible, but not permitted: 403. */
    toBeForbidden(): T
    /**
     * A refused submission (or the domain's `Invalid`) that names this field. A reply has to be
     * awaited: `await expect(reply).toHaveFieldError('minutes')`.
     */
    toHaveFieldError(field: string, message?: string | RegExp): T
  }
}

type FieldErrors = Record<string, string[] | null>
type Outcome = { pass: boolean; message: () => string }

const STATUS_OF_ERROR: Record<string, number> = {
  NotFound: 404,
  Forbidden: 403,
  Conflict: 409,
  Invalid: 422,
}

/**
 * Each matcher takes what a loader or an action returns or throws (a `Response` or Remix's `data`),
 * an error of the domain, or a promise that is fulfilled or rejected with one of these.
 */
expect.extend({
  toRedirectTo: (received: unknown, path: string | RegExp) =>
    settled(received, (reply) => {
      const location = headersOf(reply).get('Location')
      const status = statusOf(reply) ?? 0
      const pass = status >= 300 && status < 400 && fits(location ?? '', path)
      return { pass, message: () => `${expected(pass)} a redirect to ${path}, got ${told(reply)}` }
    }),

  toBeNotFound: (received: unknown) => hasStatus(received, 404),

  toBeForbidden: (received: unknown) => hasStatus(received, 403),

  async toHaveFieldError(received: unknown, field: string, message?: string | RegExp) {
    return settled(received, async (reply) => {
      const errors = await fieldErrorsOf(reply)
      const status = statusOf(reply)
      const ofField = errors[field] ?? []
      const named =
        message === undefined ? ofField.length > 0 : ofField.some((it) => fits(it, message))
      const pass = named && (status === undefined || status >= 400)
      const wanted = message === undefined ? field : `${field}: ${message}`
      return {
        pass,
        message: () =>
          `${expected(pass)} a field error ${wanted}, got ${told(reply)} with ${JSON.stringify(errors)}`,
      }
    })
  },
})

function settled(
  received: unknown,
  judge: (reply: unknown) => Outcome | Promise<Outcome>,
): Outcome | Promise<Outcome> {
  return received instanceof Promise ? received.then(judge, judge) : judge(received)
}

function hasStatus(received: unknown, wanted: number) {
  return settled(received, (reply) => {
    const pass = statusOf(reply) === wanted
    return { pass, message: () => `${expected(pass)} ${wanted}, got ${told(reply)}` }
  })
}

function statusOf(reply: unknown): number | undefined {
  if (isData(reply)) return reply.init?.status ?? 200
  if (reply instanceof Error && reply.constructor.name in STATUS_OF_ERROR) {
    return STATUS_OF_ERROR[reply.constructor.name]
  }
  const { status } = Object(reply) as { status?: unknown }
  return typeof status === 'number' ? status : undefined
}

function headersOf(reply: unknown): Headers {
  const headers = isData(reply) ? reply.init?.headers : (Object(reply) as Partial<Response>).headers
  return new Headers(headers ?? {})
}

async function fieldErrorsOf(reply: unknown): Promise<FieldErrors> {
  if (reply instanceof Error) {
    const { field = null } = reply as { field?: string | null }
    return { [field ?? '']: [reply.message] }
  }
  if (reply instanceof Response) {
    const body = (await reply
      .clone()
      .json()
      .catch(() => null)) as { error?: FieldErrors } | null
    return body?.error ?? {}
  }
  const body = isData(reply) ? reply.data : reply
  return (Object(body) as { error?: FieldErrors }).error ?? {}
}

function isData(reply: unknown): reply is { data: unknown; init: ResponseInit | null } {
  return (Object(reply) as { type?: unknown }).type === 'DataWithResponseInit'
}

function fits(text: string, wanted: string | RegExp) {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text)
}

function expected(pass: boolean) {
  return pass ? 'expected anything but' : 'expected'
}

function told(reply: unknown): string {
  const status = statusOf(reply)
  if (reply instanceof Error) return `${reply.constructor.name}: ${reply.message}`
  if (status === undefined) return `${typeof reply} ${JSON.stringify(reply)?.slice(0, 200)}`
  const location = headersOf(reply).get('Location')
  return location ? `${status} to ${location}` : String(status)
}
