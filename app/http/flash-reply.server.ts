import { createCookie, redirect } from '@remix-run/node'
import type { Reply } from './form.server'

const cookie = createCookie('reply', { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 60 })

/**
 * A redirect to the page a refused form stood on, which then says what is wrong: for forms whose
 * action has no page of its own. What was typed does not come along.
 */
export async function redirectWithReply(path: string, { error }: Pick<Reply, 'error'>) {
  return redirect(path, { headers: { 'Set-Cookie': await cookie.serialize({ error }) } })
}

/** The refusal to show on this page, if any, and the header that makes it shown only once. */
export async function takeReply(request: Request) {
  const kept = (await cookie.parse(request.headers.get('Cookie'))) as Pick<Reply, 'error'> | null
  return kept?.error
    ? { reply: kept, forget: await cookie.serialize('', { maxAge: 0 }) }
    : { reply: null, forget: null }
}
