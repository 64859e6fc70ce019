import type { RouteConfigEntry } from '@remix-run/route-config'
import entries from '../../../app/routes'

export type RouteModule = {
  default?: unknown
  // oxlint-disable-next-line typescript/no-explicit-any
  loader?: (args: any) => unknown
  // oxlint-disable-next-line typescript/no-explicit-any
  action?: (args: any) => unknown
}

/** A route of the product: one module at one address. */
export type Route = {
  /** The module, from `app/routes`: `activities/show.tsx`. */
  file: string
  /** The address with its parameters: `/d/:district/activities/:activity`. */
  path: string
  /** The names of the parameters, without the district. */
  parameters: string[]
  /** It shows another route inside of it. */
  isLayout: boolean
}

/** Every route of `app/routes.ts`, layouts and routes without a page among them, in its order. */
export const routes = (entries as RouteConfigEntry[]).flatMap((entry) => flatten(entry, ''))

/** The module of a route, as the host would load it. */
export async function moduleOf({ file }: Route): Promise<RouteModule> {
  return import(/* @vite-ignore */ new URL(`../../../app/routes/${file}`, import.meta.url).href)
}

/** The address with its parameters filled in. */
export function fill(path: string, parameters: Record<string, string>) {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name]!))
}

function flatten({ file, path = '', children = [] }: RouteConfigEntry, above: string): Route[] {
  const full = path === '' ? above : `${above}/${path}`
  const parameters = [...full.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  return [
    {
      file: file.replace(/^routes\//, ''),
      path: full || '/',
      parameters: parameters.filter((name) => name !== 'district'),
      isLayout: children.length > 0,
    },
    ...children.flatMap((child) => flatten(child, full)),
  ]
}
