import type { Request, RequestHandler } from 'express'
import { isHealthPath } from './health'
import type { Mode } from '~/http/env.server'
import { sendPlainPage } from './plain-page'

export type GuardOptions = {
  /** The address people type, such as `https://learning.example.org`. */
  origin: string
  /** Further origins that this server answers to. Loopback names are added outside production. */
  aliases?: string[]
  mode: Mode
  /** The largest multipart body a path takes, or null when it takes none. Sees the path without `.data`. */
  isUpload: (path: string) => number | null
  /** Paths whose callers prove themselves by a token: other sites and JSON are welcome, cookies are dropped. */
  isTokenApi?: (path: string) => boolean
}

type Refusal = { status: number; reason: string; sentence: string }

const MEGABYTE = 1024 * 1024

/** The largest bodies, in bytes, by what they carry. */
export const bodyLimits = { form: 64 * 1024, upload: 26 * MEGABYTE, roster: 64 * MEGABYTE }

const safeMethods = new Set(['GET', 'HEAD'])
const unsafeMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Stands before everything and turns away what no honest browser on this site would send: foreign hosts,
 * strange methods and paths, writes from other sites, and bodies of the wrong kind or size. The reasons are in
 * `docs/security.md`.
 */
export function guard(options: GuardOptions): RequestHandler {
  const origins = allowedOrigins(options)
  const isTokenApi = options.isTokenApi ?? (() => false)

  return (req, res, next) => {
    distrustForwardedHeaders(req)

    const refusal =
      refusePath(req) ?? refuseHost(req, origins) ?? refuseMethod(req) ?? refuseWrite(req)
    if (!refusal) {
      if (isTokenApi(routePath(req))) delete req.headers.cookie
      return next()
    }

    res.locals.refusal = refusal.reason
    if (refusal.status === 405) res.set('Allow', [...safeMethods, ...unsafeMethods].join(', '))
    if (req.headers['transfer-encoding']) res.set('Connection', 'close')
    sendPlainPage(res, refusal.status, 'This request was refused', refusal.sentence)
  }

  function refuseWrite(req: Request): Refusal | null {
    const length = Number(req.headers['content-length'] ?? 0)
    if (req.headers['transfer-encoding']) {
      return refuse(411, 'chunked', 'A body must say its length beforehand.')
    }
    if (safeMethods.has(req.method)) {
      return length > 0 ? refuse(400, 'body', 'A request to read carries no body.') : null
    }

    const path = routePath(req)
    const byToken = isTokenApi(path)
    if (!byToken && !isFromOurPages(req, origins)) {
      return refuse(
        403,
        'cross-site',
        'This form was sent from another site. Go back and try again.',
      )
    }
    return refuseBody(req, length, options.isUpload(path), byToken)
  }
}

function refuseBody(
  req: Request,
  length: number,
  uploadLimit: number | null,
  byToken: boolean,
): Refusal | null {
  if (req.headers['content-length'] === undefined) {
    return refuse(411, 'no-length', 'A body must say its length beforehand.')
  }

  const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const isUpload = type === 'multipart/form-data' && uploadLimit !== null
  const isForm = type === 'application/x-www-form-urlencoded'
  const isJson = type === 'application/json' && byToken
  const isEmpty = type === undefined && length === 0
  if (!isUpload && !isForm && !isJson && !isEmpty) {
    return refuse(415, 'content-type', 'This page does not take that kind of content.')
  }

  const limit = isUpload ? uploadLimit : bodyLimits.form
  if (length > limit) return refuse(413, 'too-large', `That is too large. ${limitSentence(limit)}`)
  return null
}

function refusePath(req: Request): Refusal | null {
  const path = pathOf(req.url)
  const refusal = refuse(400, 'path', 'There is no such address.')

  // Browsers resolve dot segments, backslashes and fragments themselves; only probes send them.
  if (!path.startsWith('/') || path.includes('//') || /[\\#]/.test(req.url)) return refusal
  if (/%00/.test(req.url)) return refusal

  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return refusal
  }
  if (/[\\\u0000-\u001f\u007f]/.test(decoded) || decoded.startsWith('//')) return refusal
  if (decoded.split('/').some((segment) => segment === '.' || segment === '..')) return refusal
  return null
}

function refuseHost(req: Request, origins: Map<string, string>): Refusal | null {
  if ((req.headersDistinct.host?.length ?? 0) > 1) {
    return refuse(400, 'hosts', 'A request names one host.')
  }
  // Probes of containers ask by address; what they may ask tells nothing.
  if (origins.has(hostOf(req)) || isHealthPath(pathOf(req.url))) return null
  return refuse(421, 'host', 'This server does not answer to that name.')
}

function refuseMethod(req: Request): Refusal | null {
  if (safeMethods.has(req.method) || unsafeMethods.has(req.method)) return null
  return refuse(405, 'method', 'This server does not take that method.')
}

/** Fetch metadata where the browser sends it, which it does over HTTPS and on loopback; else the origin. */
function isFromOurPages(req: Request, origins: Map<string, string>) {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'

  const { origin } = req.headers
  return origin !== undefined && origin === origins.get(hostOf(req))
}

function distrustForwardedHeaders(req: Request) {
  delete req.headers['x-forwarded-host']
  if (req.app.enabled('trust proxy')) return
  for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-real-ip']) {
    delete req.headers[name]
  }
}

/** From host, as in the `Host` header, to the origin that its pages have. */
function allowedOrigins({ origin, aliases = [], mode }: GuardOptions) {
  const { protocol, port } = new URL(origin)
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].map(
    (name) => `${protocol}//${name}${port && `:${port}`}`,
  )
  const all = [origin, ...aliases, ...(mode === 'production' ? [] : loopback)]
  return new Map(all.map((each) => new URL(each)).flatMap((url) => namesOf(url)))
}

function namesOf(url: URL): [string, string][] {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return [url.host, `${url.hostname}:${port}`].map((host) => [host, url.origin])
}

function hostOf(req: Request) {
  return req.headers.host?.toLowerCase() ?? ''
}

function pathOf(url: string) {
  return url.split('?', 1)[0] ?? ''
}

/** The path as `app/routes.ts` knows it: single fetch asks for the same page under `.data`. */
function routePath(req: Request) {
  const path = pathOf(req.url)
  return path === '/_root.data' ? '/' : path.replace(/\.data$/, '')
}

function limitSentence(bytes: number) {
  return bytes < MEGABYTE
    ? `A form may carry ${bytes / 1024} KB.`
    : `A file may have ${Math.floor(bytes / MEGABYTE)} MB.`
}

function refuse(status: number, reason: string, sentence: string): Refusal {
  return { status, reason, sentence }
}
