import { DrizzleQueryError } from 'drizzle-orm'

/** An error as the log keeps it: what went wrong and where, and nothing of what people typed. */
export type LoggedError = {
  type: string
  message: string
  /** Where it was thrown, without the message. */
  stack: string
  /** The query that failed, with placeholders for its values. */
  sql?: string
  cause?: LoggedError
  errors?: LoggedError[]
  [named: string]: unknown
}

/** What errors say beside their message that comes from a program and never from a person. */
const KEPT = ['code', 'constraint', 'table', 'column', 'severity', 'errno', 'syscall', 'status']
const DEEPEST = 5

/** The SQLSTATE classes of refused values, whose messages quote the value: data exceptions, constraints. */
const QUOTES_A_VALUE = /^2[23][0-9A-Z]{3}$/
const MAIL_ADDRESS = /[\w.+%'-]+@[\w-]+(\.[\w-]+)+/g
const FRAME = /^\s+at \S/

/**
 * Turns whatever was thrown into what the log may keep. The parameters of a query, what PostgreSQL tells
 * in `detail`, `where` and `hint`, and mail addresses are left out; of a value that is no error, only what
 * it is.
 */
export function loggedError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) return loggedValue(thrown)

  const given = thrown as Error & Record<string, unknown>
  const kept = KEPT.filter((name) => /^(string|number)$/.test(typeof given[name]))
  const causes = thrown instanceof AggregateError ? thrown.errors : []
  return {
    type: typeOf(thrown),
    message: messageOf(given),
    ...Object.fromEntries(kept.map((name) => [name, given[name]])),
    ...(thrown instanceof DrizzleQueryError && { sql: thrown.query }),
    stack: framesOf(thrown),
    ...(depth < DEEPEST && {
      ...(thrown.cause !== undefined && { cause: loggedError(thrown.cause, depth + 1) }),
      ...(causes.length > 0 && { errors: causes.map((each) => loggedError(each, depth + 1)) }),
    }),
  }
}

function loggedValue(thrown: unknown): LoggedError {
  const { status } = Object(thrown) as { status?: unknown }
  return {
    type: thrown === null ? 'null' : (Object(thrown).constructor?.name ?? typeof thrown),
    message:
      typeof thrown === 'string'
        ? withoutAddresses(thrown)
        : 'Something was thrown that is no error.',
    ...(typeof status === 'number' && { status }),
    stack: '',
  }
}

const typeOf = (error: Error) =>
  /^error$/i.test(error.name) ? (error.constructor?.name ?? error.name) : error.name

function messageOf(error: Error & Record<string, unknown>) {
  if (error instanceof DrizzleQueryError) return 'A query failed.'
  if (QUOTES_A_VALUE.test(String(error.code))) return 'The database refused a value.'
  return withoutAddresses(error.message)
}

const withoutAddresses = (text: string) => text.replace(MAIL_ADDRESS, '[redacted]')

/** The frames at the end of a stack; the message before them may have lines that look like frames. */
function framesOf({ stack = '', message }: Error) {
  const at = stack.indexOf(message)
  const lines = (at < 0 ? stack : stack.slice(at + message.length)).split('\n')
  const last = lines.findLastIndex((line) => !FRAME.test(line))
  return lines.slice(last + 1).join('\n')
}
