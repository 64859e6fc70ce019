import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import { pino, type DestinationStream, type Logger } from 'pino'
import { beforeHeaders } from './before-headers'
import { isHealthPath } from './health'
import { loggedError } from './logged-error'
import { timings, type Timing } from './timing'

export type { Logger } from 'pino'

/** The log of a process: JSON lines, written at once so that a crash loses none, and errors as `loggedError` has them. */
export function createLog(
  options: { level?: string; destination?: DestinationStream } = {},
): Logger {
  return pino(
    {
      level: options.level ?? 'info',
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => loggedError(error) },
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  )
}

/**
 * Names each request in `res.locals.requestId` and writes one line when its response is over: no query string, no
 * token, no address, no browser. `Server-Timing` tells the total, and the SQL only when `sqlTimings` is on: the
 * number of queries could tell a stranger whether an account exists.
 */
export function requestLog(log: Logger, options: { sqlTimings: boolean }): RequestHandler {
  return (req, res, next) =>
    timings.run(() => {
      const timing = timings.current()!
      const started = performance.now()
      const { socket, method, url } = req
      const written = socket.bytesWritten

      res.locals.requestId = randomBytes(6).toString('hex')
      res.set('X-Request-Id', res.locals.requestId)
      beforeHeaders(res, () => {
        const spent = performance.now() - started
        res.setHeader('Server-Timing', serverTiming(spent, options.sqlTimings ? timing : null))
      })

      res.on('close', () => {
        const path = loggedPath(url)
        log[levelOf(path, res)]({
          id: res.locals.requestId,
          method,
          path,
          status: res.statusCode,
          ms: rounded(performance.now() - started),
          bytes: socket.bytesWritten - written,
          ...(timing.queries > 0 && {
            sql: rounded(timing.sqlMilliseconds),
            queries: timing.queries,
          }),
          ...(res.locals.refusal && { refused: res.locals.refusal }),
          ...(!res.writableFinished && { aborted: true }),
        })
      })
      next()
    })
}

const tokenFollows = new Set([
  'calendar',
  'confirm',
  'confirmation',
  'feeds',
  'invitations',
  'password-reset',
  'reset',
  'setup',
  'share',
  'tokens',
  'unsubscribe',
  'verify-email',
])
const LONGEST_PATH = 200

/** The path of a URL as the log may keep it: without query, tokens, mail addresses, and not endless. */
export function loggedPath(url: string) {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  if (path.startsWith('/assets/')) return path.slice(0, LONGEST_PATH)

  const segments = path.split('/').map((segment, position, all) => {
    const before = all[position - 1]?.toLowerCase() ?? ''
    const isPrivate = tokenFollows.has(before) || looksLikeToken(segment) || /@|%40/.test(segment)
    return segment && isPrivate ? '[redacted]' : segment
  })
  return segments.join('/').slice(0, LONGEST_PATH)
}

/** Longer than any identifier of ours, and not a title in lower case. */
function looksLikeToken(segment: string) {
  return segment.replace(/\.data$/, '').length > 36 && /[A-Z0-9]/.test(segment)
}

function levelOf(path: string, res: Response) {
  if (res.statusCode >= 500) return 'error'
  return path.startsWith('/assets/') || isHealthPath(path) ? 'debug' : 'info'
}

function serverTiming(total: number, timing: Timing | null) {
  const entries = [`total;dur=${rounded(total)}`]
  if (timing) {
    const { sqlMilliseconds, queries, rows } = timing
    entries.push(`sql;dur=${rounded(sqlMilliseconds)};desc="${queries} queries, ${rows} rows"`)
  }
  return entries.join(', ')
}

function rounded(milliseconds: number) {
  return Math.round(milliseconds * 100) / 100
}
