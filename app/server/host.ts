import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { clientFiles, compressPages } from './assets'
import { beforeHeaders } from './before-headers'
import type { Development } from './dev'
import { guard, type GuardOptions } from './guard'
import { health, type Readiness } from './health'
import { requestLog, type Logger } from './log'
import { narrowing } from './narrowing'
import { sendPlainPage } from './plain-page'
import { securityHeaders } from './security-headers'

export type HostOptions = GuardOptions & {
  /** The built Remix application, or how to get it anew for each request in development. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Where `remix vite:build` put the files for browsers; not read in development. */
  clientDirectory: string
  /** How many proxies stand in front, or their networks. Never `true`: then anybody chooses his address. */
  trustProxy: false | number | string | string[]
  /** Makes what loaders and actions get as `context`; `res.locals` has the nonce and the request's id. */
  loadContext: (req: Request, res: Response) => AppLoadContext | Promise<AppLoadContext>
  checkReady: () => Promise<Readiness>
  log: Logger
  /** Called in this order when the last request is answered; the store closes here. */
  onClose?: (() => void | Promise<void>)[]
  /** Tells browsers the time and number of queries; off in production unless asked for. */
  sqlTimings?: boolean
  /** Vite in middleware mode, in place of the built client files. */
  development?: Development
  maxConnections?: number
  drainMilliseconds?: number
}

export type Host = {
  app: Express
  server: Server
  /** Resolves with the port in use, which matters when asked for port 0. */
  listen: (port: number, address?: string) => Promise<number>
  /** Takes no new connections, answers what is under way, then runs `onClose`. */
  close: () => Promise<void>
}

const SECOND = 1000

/** The Express host of the Remix application: everything between the socket and the routes. */
export function createHost(options: HostOptions): Host {
  const { log, mode, development } = options
  const app = express()
  const server = development?.server ?? createServer({ connectionsCheckingInterval: 5 * SECOND })
  let closing: Promise<void> | null = null

  app.disable('x-powered-by')
  app.set('trust proxy', options.trustProxy)
  app.set('query parser', false)
  app.set('etag', false)

  app.use(requestLog(log, { sqlTimings: options.sqlTimings ?? mode !== 'production' }))
  app.use((_req, res, next) => {
    beforeHeaders(res, () => closing && res.setHeader('Connection', 'close'))
    next()
  })
  app.use(securityHeaders(options))
  app.use(guard(options))
  app.use(health(options))
  if (development) {
    app.use(development.middleware)
  } else {
    app.use(compressPages())
    app.use(clientFiles(options.clientDirectory))
  }
  app.use(pages(options))
  app.use(lastResort(log))

  limitConnections(server, options.maxConnections ?? 2000)
  server.on('request', app)

  return {
    app,
    server,
    async listen(port, address = mode === 'production' ? undefined : '127.0.0.1') {
      server.listen(port, address)
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    },
    close() {
      closing ??= drain(server, options.drainMilliseconds ?? 10 * SECOND).then(() =>
        runEach(options.onClose ?? [], log),
      )
      return closing
    },
  }
}

/** The Remix application; in production each path goes to the few routes that it can mean. */
function pages({ build, loadContext, development }: HostOptions): RequestHandler {
  const answer = (given: typeof build) =>
    createRequestHandler({
      build: given,
      getLoadContext: loadContext,
      mode: development ? 'development' : 'production',
    })
  if (typeof build === 'function') return answer(build)

  const narrow = narrowing(build)
  const handlers = new Map<ServerBuild, RequestHandler>()
  return (req, res, next) => {
    const narrowed = narrow(req.path)
    const handler = handlers.get(narrowed) ?? answer(narrowed)
    handlers.set(narrowed, handler)
    return handler(req, res, next)
  }
}

/** Reads the `TRUST_PROXY` setting: a number of hops, or addresses and networks separated by commas. */
export function trustedProxies(setting: string | undefined): HostOptions['trustProxy'] {
  if (!setting) return false
  if (setting === 'true') {
    throw new Error(
      'TRUST_PROXY must be a number of proxies or their networks: true trusts anybody.',
    )
  }
  return /^\d+$/.test(setting) ? Number(setting) : setting
}

/** A slow client holds a socket, not the server: Node's own limits are five minutes and no count at all. */
function limitConnections(server: Server, maxConnections: number) {
  server.headersTimeout = 15 * SECOND
  server.requestTimeout = 60 * SECOND
  server.keepAliveTimeout = 20 * SECOND
  server.timeout = 120 * SECOND
  server.maxConnections = maxConnections
}

async function drain(server: Server, milliseconds: number) {
  if (!server.listening) return

  const closed = once(server, 'close')
  server.close()
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const deadline = setTimeout(() => server.closeAllConnections(), milliseconds)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
}

/** Runs all of them, even when one fails, and fails in the end if one did. */
async function runEach(callbacks: (() => void | Promise<void>)[], log: Logger) {
  const errors: unknown[] = []
  for (const callback of callbacks) {
    try {
      await callback()
    } catch (error) {
      log.error(error, 'closing failed')
      errors.push(error)
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'The server did not close cleanly')
}

function lastResort(log: Logger): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    if (isClientError(error) && !res.headersSent) {
      sendPlainPage(res, error.status, 'This request was refused', 'The server cannot answer it.')
      return
    }

    log.error({ id: res.locals.requestId, err: error }, 'a request failed')
    if (res.headersSent) {
      res.destroy()
      return
    }
    sendPlainPage(
      res,
      500,
      'Something went wrong',
      'The error has been recorded. Try again; if it happens again, tell your administrator this reference.',
    )
  }
}

/** What Express refuses by itself, such as a range beyond the end of a file. */
function isClientError(error: unknown): error is { status: number } {
  const { status } = Object(error)
  return typeof status === 'number' && status >= 400 && status < 500
}
