import { EQUITY_LINES } from '~/domain/reports/equity-lines'
import type { NaiveGroup } from './naive-report'

/** So many to the nearest five, and none under five. */
export const five = (count: number) => (count < 5 ? 0 : 5 * Math.round(count / 5))

/** The smallest of those that are not small, by what is told; the first of several. */
export function smallestOther(sizes: [id: string, size: number][]) {
  let found: [string, number] | null = null
  for (const [id, size] of sizes) {
    if (size >= 5 && (!found || five(size) < found[1])) found = [id, five(size)]
  }
  return found?.[0]
}

/** The groups that the report shows, in the order of their lines. */
export function shownGroups(groups: NaiveGroup[]) {
  return EQUITY_LINES.flatMap(({ key: line, groups: order }) => {
    const own = order.flatMap(({ key }) =>
      groups.filter((each) => each.line === line && each.group === key),
    )
    const next = own.some(({ educators }) => educators < 5)
      ? smallestOther(own.map(({ group, educators }) => [group, educators]))
      : undefined
    const shown = own.filter(({ group, educators }) => educators >= 5 && group !== next)
    return shown.length < 2 ? [] : shown
  })
}
