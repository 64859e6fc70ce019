import { createCookie, redirect } from '@remix-run/node'

const cookie = createCookie('notice', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 60,
})

/** A redirect after which the page says once what has happened. */
export async function redirectWithNotice(path: string, notice: string) {
  return redirect(path, { headers: { 'Set-Cookie': await cookie.serialize(notice) } })
}

/** The notice to show on this page, if any, and the header that makes it shown only once. */
export async function takeNotice(request: Request) {
  const notice: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (typeof notice !== 'string') return { notice: null, headers: {} }
  return { notice, headers: { 'Set-Cookie': await cookie.serialize('', { maxAge: 0 }) } }
}
