import { usesByMember } from '../credit/uses.server'
import type { Cycle } from '../licenses/cycles.server'
import { lastDayToEarn } from '../licenses/license'
import type { Scope } from '../scope.server'
import { rowsOf, usedIdsOf } from './cycle-rows'
import { sourcesOf } from './sources.server'

/**
 * Everything that is judged in one cycle: what its educator did, and the rows that the rules see of it.
 * The caller has decided who may see it.
 */
export async function readCycleRows(scope: Scope, cycle: Cycle) {
  const { memberId, startsOn } = cycle
  const uses = (await usesByMember(scope, [memberId])).get(memberId) ?? []
  const span = { first: startsOn, last: lastDayToEarn(cycle) }
  const found = await sourcesOf(scope, [memberId], span, { usedIds: usedIdsOf(cycle, uses) })
  const sources = found.get(memberId) ?? []
  return { sources, rows: rowsOf(cycle, sources, uses, scope.district.usesMayOverlap) }
}
