import { safeReturn } from './paths'

const OF_THE_ROUTER = ['index', '_routes']

/** The path of the page a request is about, as `app/routes.ts` knows it. */
export function pagePathOf(url: URL) {
  const path = url.pathname === '/_root.data' ? '/' : url.pathname.replace(/\.data$/, '')
  return path === '/' ? path : path.replace(/\/$/, '')
}

/**
 * Where to go after signing in: the page that was asked for, or the page with the form that was sent.
 * A form's action may be a route without a page, so the page it stood on comes first.
 */
export function returnPathOf(request: Request) {
  const url = new URL(request.url)
  const isForm = request.method !== 'GET' && request.method !== 'HEAD'
  const from = isForm ? parsed(request.headers.get('Referer')) : null
  return withQuery(from?.host === url.host ? from : url)
}

function withQuery(url: URL) {
  const query = new URLSearchParams(url.search)
  for (const name of OF_THE_ROUTER) query.delete(name)
  const path = pagePathOf(url)
  return safeReturn(query.size > 0 ? `${path}?${query}` : path)
}

function parsed(referer: string | null) {
  return referer !== null && URL.canParse(referer) ? new URL(referer) : null
}
