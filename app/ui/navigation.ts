import type { IconName } from './icon'

/** A place in the rail. */
export type NavigationItem = {
  label: string
  href: string
  icon: IconName
  /** Other addresses whose pages belong to the place. */
  also?: string[]
  /** How many wait there. */
  count?: number
  /** One of the three on a phone's bottom bar; without any, the first three are. */
  onBar?: boolean
}

/** The places of one hat: "My learning", "My school", "District". */
export type NavigationGroup = { label: string; items: NavigationItem[] }

const isBelow = (path: string, href: string) => path.startsWith(href === '/' ? href : `${href}/`)

/**
 * The item the path belongs to: the longest address it lies under. An item above others, such as home, is
 * current only on its own page.
 */
export function currentItem(groups: NavigationGroup[], path: string) {
  const items = groups.flatMap((group) => group.items)
  const isAbove = (href: string) => items.some((item) => isBelow(item.href, href))
  return items
    .filter(
      ({ href, also = [] }) =>
        path === href ||
        (!isAbove(href) && isBelow(path, href)) ||
        also.some((other) => path === other || isBelow(path, other)),
    )
    .toSorted((one, other) => other.href.length - one.href.length)[0]
}

/** The three items of the bottom bar, and the groups behind "More". */
export function barItems(groups: NavigationGroup[]) {
  const items = groups.flatMap((group) => group.items)
  const chosen = items.filter((item) => item.onBar)
  const bar = (chosen.length > 0 ? chosen : items).slice(0, 3)
  const rest = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => !bar.includes(item)) }))
    .filter((group) => group.items.length > 0)
  return { bar, rest }
}
