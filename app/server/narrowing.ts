import type { ServerBuild } from '@remix-run/node'

type Id = keyof ServerBuild['routes']
/** A route that may be a page, with the routes that it stands in, itself among them. */
type Pattern = { segments: string[]; ids: Id[] }

/**
 * Narrows a build to the routes that a path can mean. Remix compares a path, and each path above it, with
 * every route of the build, and makes the routes anew for each page that it renders; all it finds is among
 * these few.
 *
 * @throws Error when a route has an optional segment, which paths may leave out
 * @returns the build for a path; the same one for paths of the same routes
 */
export function narrowing(build: ServerBuild): (pathname: string) => ServerBuild {
  const patterns = patternsOf(build.routes)
  const narrowed = new Map<string, ServerBuild>()
  return (pathname) => {
    const path = segmentsOf(pathname)
    if (path[0] === MANIFEST) return build
    const chosen = patterns.flatMap((pattern, at) => (couldMean(pattern, path) ? [at] : []))
    const key = chosen.join()
    const known =
      narrowed.get(key) ?? withRoutes(build, new Set(chosen.flatMap((at) => patterns[at]!.ids)))
    narrowed.set(key, known)
    return known
  }
}

/** Where a browser asks which routes there are. */
const MANIFEST = '__manifest'
/** What a browser adds to ask for the data of a page alone, and the page that has no name. */
const DATA = /\.data$/
const ROOT = '_root'

function segmentsOf(pathname: string) {
  const isData = DATA.test(pathname)
  const segments = pathname.replace(DATA, '').split('/').filter(Boolean).map(decoded)
  return isData && segments[0] === ROOT ? [] : segments
}

function decoded(segment: string) {
  try {
    return decodeURIComponent(segment).toLowerCase()
  } catch {
    return segment.toLowerCase()
  }
}

function patternsOf(routes: ServerBuild['routes']): Pattern[] {
  const above = ({ id, parentId }: (typeof routes)[Id]): Id[] =>
    parentId === undefined ? [id] : [...above(routes[parentId]!), id]
  return Object.values(routes)
    .filter(({ path, index }) => path !== undefined || index)
    .map((route) => {
      const ids = above(route)
      const segments = ids.flatMap((id) => routes[id]!.path?.toLowerCase().split('/') ?? [])
      const optional = segments.find((segment) => segment.endsWith('?'))
      if (optional) throw new Error(`A route has the optional segment ${optional}.`)
      return { segments: segments.filter(Boolean), ids }
    })
}

/** Whether a path, or one above it, can be of a pattern. */
const couldMean = ({ segments }: Pattern, path: string[]) =>
  segments.every((segment, at) => {
    const given = path[at]
    if (segment === '*') return true
    return given !== undefined && (segment.startsWith(':') || segment === given)
  })

const withRoutes = (build: ServerBuild, ids: ReadonlySet<Id>): ServerBuild => ({
  ...build,
  routes: only(build.routes, ids),
  assets: { ...build.assets, routes: only(build.assets.routes, ids) },
})

const only = <Value>(routes: Record<Id, Value>, ids: ReadonlySet<Id>) =>
  Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
