import type { Environment } from '~/http/env.server'
import type { TestStore } from '../../support/database'
import { type Answer, contextOf, type Form, send, visit } from '../../support/requests'
import { WORLD_NOW } from '../../support/world'

type Route = Parameters<typeof visit>[0]
type Going = {
  params?: Record<string, string>
  environment?: Partial<Environment>
  minutes?: number
}

/** A browser that keeps its cookies, for journeys over several pages. */
export function openBrowser(store: TestStore) {
  const cookies = new Map<string, string>()

  const given = (url: string, { params, environment, minutes = 0 }: Going) => ({
    store,
    as: null,
    url,
    params,
    headers: {
      Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
    },
    context: {
      now: new Date(WORLD_NOW.getTime() + minutes * 60_000),
      environment: { ...contextOf(store).context.environment, ...environment },
    },
  })

  function keep(answer: Answer) {
    for (const header of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = header.split('; ')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      if (attributes.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, pair.slice(at + 1))
    }
    return answer
  }

  return {
    cookies,
    visit: async (route: Route, url: string, going: Going = {}) =>
      keep(await visit(route, given(url, going))),
    send: async (route: Route, url: string, form: Form, going: Going = {}) =>
      keep(await send(route, { ...given(url, going), form })),
  }
}
