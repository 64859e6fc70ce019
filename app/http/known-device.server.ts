import { createHmac, timingSafeEqual } from 'node:crypto'
import { normalizeEmail } from '~/domain/mail/address'
import { newSecret } from '~/domain/secret.server'
import { readCookie, writeCookie } from './cookies.server'
import type { Environment } from './env.server'

const COOKIE = 'device'
const HALF_A_YEAR = 182 * 24 * 60 * 60

/**
 * The mark of this browser, if somebody has signed in with this address in it before. It lets nobody
 * in; it only keeps strangers from locking its owner out.
 */
export function findDevice(request: Request, environment: Environment, email: string) {
  const [mark, signature] = readCookie(request, environment, COOKIE)?.split('.') ?? []
  if (!mark || !signature) return null
  const expected = Buffer.from(signatureOf(environment, email, mark))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected) ? mark : null
}

/** The `Set-Cookie` header that marks a browser. */
export function rememberDevice(environment: Environment, email: string) {
  const mark = newSecret().slice(0, 22)
  const value = `${mark}.${signatureOf(environment, email, mark)}`
  return writeCookie(environment, COOKIE, value, HALF_A_YEAR)
}

const signatureOf = ({ secret }: Environment, email: string, mark: string) =>
  createHmac('sha256', secret)
    .update(`device ${mark} ${normalizeEmail(email)}`)
    .digest('base64url')
