import { createCookie, redirect } from '@remix-run/node'

const cookie = createCookie('notice', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 60,
})

/** A page of ours where what has just happened can be seen or taken back. */
type NoticeLink = { href: string; label: string }

export type FlashNotice = { text: string; tone: 'good' | 'warn'; link?: NoticeLink }

/** A redirect after which the page says once what has happened. */
export async function redirectWithNotice(
  path: string,
  text: string,
  { tone = 'good', link }: Partial<Omit<FlashNotice, 'text'>> = {},
) {
  return redirect(path, { headers: { 'Set-Cookie': await cookie.serialize({ text, tone, link }) } })
}

/** The notice to show on this page, if any, and the header that makes it shown only once. */
export async function takeNotice(request: Request) {
  const headers = new Headers()
  const notice = (await cookie.parse(request.headers.get('Cookie'))) as FlashNotice | null
  if (!notice?.text) return { notice: null, headers }
  headers.append('Set-Cookie', await cookie.serialize('', { maxAge: 0 }))
  return { notice, headers }
}
