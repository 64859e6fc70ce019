import type { Environment } from './env.server'

type Served = Pick<Environment, 'origin'>

/** Whether people reach this server over HTTPS. */
const isSecure = ({ origin }: Served) => origin.startsWith('https:')

/**
 * The name a cookie has here. Over HTTPS it carries the prefix that keeps a neighboring host from
 * planting it.
 */
export const cookieName = (served: Served, name: string) =>
  isSecure(served) ? `__Host-${name}` : name

/** What a request brings of a cookie of ours; null when it is absent or longer than any of them. */
export function readCookie(request: Request, served: Served, name: string): string | null {
  const wanted = `${cookieName(served, name)}=`
  const pairs = request.headers.get('Cookie')?.split(/; */) ?? []
  const value = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length)
  return value && value.length <= 500 ? value : null
}

/**
 * A `Set-Cookie` header that scripts cannot read and other sites cannot send with their forms.
 *
 * @param value letters, digits and `-_.` only
 * @param seconds how long the browser keeps it; without, until it is closed
 */
export function writeCookie(served: Served, name: string, value: string, seconds?: number) {
  return [
    `${cookieName(served, name)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(served) ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ')
}

/** A `Set-Cookie` header that makes the browser forget a cookie. */
export const clearCookie = (served: Served, name: string) => writeCookie(served, name, '', 0)
