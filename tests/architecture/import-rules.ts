import { dirname } from 'node:path'
import { type Import, importsOf, type Source } from './source'

/** Which layer may import which; a path such as `http/env.server` stands for one module. */
const MAY_IMPORT: Record<string, string[]> = {
  root: ['root', 'parts', 'http', 'domain', 'ui', 'styles'],
  routes: ['parts', 'http', 'domain', 'ui', 'styles', 'db/words'],
  parts: ['parts', 'http', 'domain', 'ui', 'db/words'],
  http: ['http', 'domain', 'db'],
  domain: ['domain', 'db'],
  jobs: ['jobs', 'domain', 'adapters', 'db'],
  server: ['server', 'http', 'jobs', 'adapters', 'db', 'domain/evidence/file-storage'],
  cli: ['cli', 'server', 'jobs', 'domain', 'adapters', 'db', 'http/env.server'],
  ui: ['ui'],
  adapters: ['adapters'],
  db: ['db'],
  bin: ['bin', 'server', 'cli', 'jobs', 'http', 'domain', 'adapters', 'db', 'tests/support'],
}

/** Packages that belong to some layers, or to one module, only. */
const PACKAGE_RULES = [
  { packages: /^lucia(\/|$)/, onlyIn: /^app\/http\/auth\.server\.ts$/ },
  { packages: /^(pg|better-sqlite3)(\/|$)/, onlyIn: /^(db\/|bin\/|app\/server\/lock\.ts$)/ },
  { packages: /^drizzle-orm(\/|$)/, onlyIn: /^(db|bin|app\/(domain|http|jobs|cli|server))\// },
  {
    packages: /^(@remix-run\/|react$|react\/|react-dom|express$)/,
    onlyIn: /^(?!app\/(domain|jobs|adapters|cli)\/|db\/)/,
  },
]

const ONLY_ON_THE_SERVER = /^(node:|better-sqlite3|pg$|lucia|drizzle-orm|zod|pino|@node-rs\/)/

/** Imports that go against the order of the layers. */
export function againstTheLayers(sources: Source[]): string[] {
  return ourImports(sources).flatMap(({ importer, target }) => {
    const from = layerOf(importer)
    const to = layerOf(target)
    const allowed = MAY_IMPORT[from]
    if (!allowed) return [`${importer}: there is no rule yet for app/${from}`]
    if (from === 'routes' && to === 'routes') return []
    if (allowed.some((it) => it === to || isWithin(target, it))) return []
    return [`${importer} → ${target}: ${from} may import ${allowed.join(', ')}`]
  })
}

/**
 * Routes that import another route, or what is private to another part of the routes. What stands
 * in the folder of a route, or in a folder of the same name, is its own.
 */
export function routesThatImportRoutes(sources: Source[], routeModules: string[]): string[] {
  return ourImports(sources)
    .filter(({ importer, target, isType }) => {
      if (isType || layerOf(importer) !== 'routes' || layerOf(target) !== 'routes') return false
      const owner = importer.replace(/\.tsx?$/, '')
      const isPartOfIt = `${owner}/`.startsWith(`${dirname(target)}/`)
      return routeModules.includes(target) || !isPartOfIt
    })
    .map(({ importer, target }) => `${importer} → ${target}`)
}

/** Files without `.server` that load what only the server has. */
export function impureFiles(sources: Source[]): string[] {
  return importsFrom(sources)
    .filter(({ importer, isType }) => isPure(importer) && !isType)
    .filter(({ target, isOurs }) =>
      isOurs ? layerOf(target) === 'db' || isServer(target) : ONLY_ON_THE_SERVER.test(target),
    )
    .map(
      ({ importer, target }) => `${importer} → ${target}: use import type, or name it .server.ts`,
    )
}

/** Imports of packages where they do not belong. */
export function misplacedPackages(sources: Source[]): string[] {
  return importsFrom(sources)
    .filter(({ importer, target, isOurs }) =>
      PACKAGE_RULES.some(
        ({ packages, onlyIn }) => !isOurs && packages.test(target) && !onlyIn.test(importer),
      ),
    )
    .map(({ importer, target }) => `${importer} → ${target}`)
}

/** Features of the domain that open the database themselves. */
export function openedInTheDomain(sources: Source[]): string[] {
  return ourImports(sources)
    .filter(({ importer, target, isType }) => {
      return layerOf(importer) === 'domain' && target === 'db/client.server' && !isType
    })
    .map(({ importer, target }) => `${importer} → ${target}`)
}

/** Features of the domain that need each other, however far around, with the files that do it. */
export function featureCycles(sources: Source[]): string[] {
  const edges = new Map<string, Map<string, string>>()
  for (const { importer, target, isType } of ourImports(sources)) {
    const from = featureOf(importer)
    const to = featureOf(target)
    if (!from || !to || from === to || isType) continue
    const targets = edges.get(from) ?? new Map<string, string>()
    edges.set(from, targets.set(to, `${importer} → ${target}`))
  }

  const cycles = new Map<string, string>()
  const follow = (feature: string, way: string[]) => {
    const start = way.indexOf(feature)
    if (start >= 0) {
      const cycle = way.slice(start)
      const steps = cycle.map((name, at) =>
        edges.get(name)?.get(cycle[(at + 1) % cycle.length] ?? ''),
      )
      cycles.set(cycle.toSorted().join(), `${[...cycle, feature].join(' → ')}: ${steps.join('; ')}`)
      return
    }
    for (const next of edges.get(feature)?.keys() ?? []) follow(next, [...way, feature])
  }
  for (const feature of edges.keys()) follow(feature, [])
  return [...cycles.values()]
}

function importsFrom(sources: Source[]): Import[] {
  return sources.flatMap(importsOf)
}

function ourImports(sources: Source[]): Import[] {
  return importsFrom(sources).filter(({ isOurs }) => isOurs)
}

function layerOf(path: string): string {
  const [top = '', folder = '', ...rest] = path.split('/')
  if (top !== 'app') return top
  return rest.length > 0 ? folder : 'root'
}

function isWithin(target: string, module: string) {
  return target === module || target === `app/${module}` || target.startsWith(`${module}/`)
}

function featureOf(path: string): string | undefined {
  return /^app\/domain\/([^/]+)\//.exec(path)?.[1]
}

function isServer(path: string) {
  return /\.server(\.tsx?)?$/.test(path)
}

function isPure(path: string) {
  return ['domain', 'http', 'parts', 'ui'].includes(layerOf(path)) && !isServer(path)
}
