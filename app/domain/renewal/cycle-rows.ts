import { isCarriedInto, isUsedBy, standsAgainst, type Use, usedId } from '../credit/use'
import type { CreditRow } from '../evaluation/input'
import { groupBy } from '../grouping'
import { type RowSource, rowOf } from './row'

type Judged = {
  id: string
  jurisdiction: string
  closedOn: string | null
  ruleSet: { unit: { code: string } }
}
type BookedUse = Use & { id: string; minutes: number | null; unit: string; milliUnits: number }

/**
 * What is judged in a cycle: what was done, each with what stands against it, and what was carried over
 * into it as a row of its own.
 *
 * @param uses of the same member, but for those that were taken back
 */
export function rowsOf(
  cycle: Judged,
  sources: readonly RowSource[],
  uses: readonly BookedUse[],
  usesMayOverlap: boolean,
): CreditRow[] {
  const usesOf = groupBy(uses, usedId)
  const done = sources.map((source) => {
    const spent = standsAgainst(usesOf.get(source.id) ?? [], cycle, usesMayOverlap, source.minutes)
    return rowOf(source, cycle.jurisdiction, spent)
  })
  return [...carriedRows(cycle, uses), ...done]
}

/** What a closed cycle has used, which counts in it whatever became of it later. */
export const usedIdsOf = (cycle: Judged, uses: readonly Use[]): ReadonlySet<string> =>
  new Set(cycle.closedOn === null ? [] : uses.filter((use) => isUsedBy(use, cycle)).map(usedId))

/** One row for each cycle and unit that something was carried over from. */
function carriedRows(cycle: Judged, uses: readonly BookedUse[]): CreditRow[] {
  const carried = uses.filter((use) => isCarriedInto(use, cycle))
  const groups = groupBy(carried, ({ carriedFromId, unit }) => `${carriedFromId} ${unit}`)
  return [...groups.values()].map((group) => {
    const { carriedFromId, unit, label } = group[0]!
    const amount = group.reduce((sum, { milliUnits }) => sum + milliUnits, 0) / 1000
    return {
      id: `carried-over-${carriedFromId} ${unit}`,
      title: label,
      carriedOver: true,
      ...(unit === cycle.ruleSet.unit.code ? { units: amount } : { credit: unit, amount }),
    }
  })
}
