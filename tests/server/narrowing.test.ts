import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test, vi } from 'vitest'
import entries from '../../app/routes'
import { narrowing } from '../../app/server/narrowing'
import fc from '../support/property'

type Routes = ServerBuild['routes']
type Tree = Parameters<typeof matchRoutes>[0]

const ROOT = { id: 'root', path: '' }

const listed = ({ children = [], ...own }: RouteConfigEntry, parentId: string): object[] => [
  { id: own.file, parentId, path: own.path, index: own.index },
  ...children.flatMap((child) => listed(child, own.file)),
]
const all = [
  ROOT,
  ...(entries as RouteConfigEntry[]).flatMap((entry) => listed(entry, ROOT.id)),
] as Routes[string][]
const routes: Routes = Object.fromEntries(all.map((route) => [route.id, route]))
const build = { routes, assets: { routes } } as unknown as ServerBuild

const treeOf = (among: Routes, under?: string): Tree =>
  Object.values(among)
    .filter(({ parentId }) => parentId === under)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: treeOf(among, id) },
    )

const whole = treeOf(routes)
const idsIn = (tree: Tree, path: string) =>
  matchRoutes(tree, path)?.map(({ route, params }) => ({ id: route.id, params }))

/** The path, and each that it is under. */
const withThoseAbove = (path: string) => {
  const segments = path.split('/')
  return segments.map((_, at) => segments.slice(0, at + 1).join('/') || '/')
}

const literals = [...new Set(all.flatMap(({ path }) => path?.split('/') ?? []))]
const segment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...literals) },
  fc.constantFrom('', '%', 'Activities', 'activit%69es', 'a%2Fb', '..', 'x.data', ':activity'),
  fc.string({ maxLength: 4 }),
)
const paths = fc
  .tuple(
    fc.constantFrom('', 'd/northside', 's/ma', 'account', 'd'),
    fc.array(segment, { maxLength: 6 }),
  )
  .map(([start, rest]) => `/${[start, ...rest].join('/')}`)

test('the routes that a path can mean answer as all of them do', () => {
  const narrow = narrowing(build)
  const malformed = vi.spyOn(console, 'warn').mockImplementation(() => {})
  fc.assert(
    fc.property(paths, (path) => {
      const few = treeOf(narrow(path).routes)
      for (const each of withThoseAbove(path)) expect(idsIn(few, each)).toEqual(idsIn(whole, each))
    }),
    { numRuns: 300 },
  )
  malformed.mockRestore()
})

test('each path of the product meets few routes, and the same build serves all paths of the same ones', () => {
  const narrow = narrowing(build)
  const sizes = Object.values(routes).map(({ id }) => {
    const path = `/${pathOf(id)}`.replace(/:\w+/g, 'x').replace('*', 'nowhere')
    for (const each of withThoseAbove(path))
      expect(idsIn(treeOf(narrow(path).routes), each)).toEqual(idsIn(whole, each))
    expect(narrow(path.replace(/\bx\b/g, 'y'))).toBe(narrow(path))
    return Object.keys(narrow(path).routes).length
  })

  expect(Math.max(...sizes)).toBeLessThan(20)
})

const pathOf = (id: string): string => {
  const { parentId, path = '' } = routes[id]!
  return [parentId ? pathOf(parentId) : '', path].filter(Boolean).join('/')
}

test('the data of a page is found where the page is, and the list of routes in all of them', () => {
  const narrow = narrowing(build)

  expect(narrow('/d/northside/goals.data')).toBe(narrow('/d/northside/goals'))
  expect(narrow('/_root.data')).toBe(narrow('/'))
  expect(narrow('/__manifest')).toBe(build)
})
