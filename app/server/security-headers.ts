import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { beforeHeaders } from './before-headers'
import type { Mode } from '~/http/env.server'

declare global {
  namespace Express {
    interface Locals {
      /** Names this request in the log, in `X-Request-Id` and on error pages. */
      requestId: string
      /** What the scripts of this response carry; another one for every request. */
      nonce: string
      /** Why the edge turned the request away, for the log. */
      refusal?: string
    }
  }
}

const always = {
  'X-Content-Type-Options': 'nosniff',
}

const unlessTheRouteSays = {
  'Cache-Control': 'no-store',
  // Not `no-referrer`: a browser would then send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'accelerometer=()',
    'browsing-topics=()',
    'camera=()',
    'display-capture=()',
    'geolocation=()',
    'gyroscope=()',
    'microphone=()',
    'payment=()',
    'usb=()',
  ].join(', '),
}

/**
 * Puts the security headers on every response, and a new nonce into `res.locals.nonce`. A route may answer
 * with its own `Cache-Control`, `Content-Security-Policy` (a download's sandbox) or cross-origin headers.
 */
export function securityHeaders({ origin, mode }: { origin: string; mode: Mode }): RequestHandler {
  const isSecure = new URL(origin).protocol === 'https:'

  return (_req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    res.locals.nonce = nonce

    beforeHeaders(res, () => {
      const defaults = {
        ...unlessTheRouteSays,
        'Content-Security-Policy': contentSecurityPolicy(nonce, mode),
      }
      for (const [name, value] of Object.entries(defaults)) {
        if (!res.hasHeader(name)) res.setHeader(name, value)
      }
      for (const [name, value] of Object.entries(always)) res.setHeader(name, value)
      if (isSecure) {
        res.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
      }
    })
    next()
  }
}

/** The policy of our pages. Development also allows the styles and the socket of Vite. */
export function contentSecurityPolicy(nonce: string, mode: Mode) {
  const isDevelopment = mode === 'development'

  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    ...(isDevelopment ? ["connect-src 'self' ws:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
