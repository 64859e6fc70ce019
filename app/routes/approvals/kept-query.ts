import { useSearchParams } from '@remix-run/react'

const KEPT = ['organization', 'whose']

/** How the queue is narrowed, to go behind an address while one decides and looks; empty where it is not. */
export function keptQuery(query: URLSearchParams) {
  const kept = new URLSearchParams([...query].filter(([name]) => KEPT.includes(name)))
  return kept.size > 0 ? `?${kept}` : ''
}

/** The same of the page that is shown. */
export const useKeptQuery = () => keptQuery(useSearchParams()[0])

/** The same of a request. */
export const keptQueryOf = (request: Request) => keptQuery(new URL(request.url).searchParams)
