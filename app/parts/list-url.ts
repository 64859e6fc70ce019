import { useSearchParams } from '@remix-run/react'

type Change = Record<string, string | number | null>

/**
 * Addresses of the same list, narrowed, sorted or paged otherwise: filters and sorting live in the
 * URL. A change of anything but the page goes back to the first page.
 */
export function useListUrl() {
  const [current] = useSearchParams()

  function url(change: Change, page: 'first page' | 'keep page' = 'first page') {
    const next = new URLSearchParams(current)
    if (page === 'first page') next.delete('page')
    for (const [name, value] of Object.entries(change)) {
      if (value === null || value === '') next.delete(name)
      else next.set(name, String(value))
    }
    return `?${next}`
  }

  /** How a table is sorted by `name` or `-name`, in the form its header links take. */
  url.sort = (sort: string) => ({
    by: sort.replace('-', ''),
    direction: sort.startsWith('-') ? ('descending' as const) : ('ascending' as const),
    href: (key: string, direction: 'ascending' | 'descending') =>
      url({ sort: direction === 'descending' ? `-${key}` : key }),
  })

  return url
}
