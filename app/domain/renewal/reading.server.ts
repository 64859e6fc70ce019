import { usesByMember } from '../credit/uses.server'
import type { Cycle } from '../licenses/cycles.server'
import type { Scope } from '../scope.server'
import { decidersOf } from './deciders.server'
import { rowsOf, usedIdsOf } from './cycle-rows'
import { spanOfCycle } from './cycle-span'
import type { RowSource } from './row'
import { sourcesOf, spanOf } from './sources.server'

/**
 * Everything that is judged in one cycle: what its educator did, and the rows that the rules see of it.
 * The caller has decided who may see it.
 */
export async function readCycleRows(scope: Scope, cycle: Cycle) {
  const { memberId } = cycle
  const uses = (await usesByMember(scope, [memberId])).get(memberId) ?? []
  const span = spanOf([spanOfCycle(cycle, scope.today)])
  const found = await sourcesOf(scope, [memberId], span, { usedIds: usedIdsOf(cycle, uses) })
  const sources = await sayWhoDecides(scope, memberId, found.get(memberId) ?? [])
  return { sources, rows: rowsOf(cycle, sources, uses, scope.district.usesMayOverlap) }
}

async function sayWhoDecides(scope: Scope, memberId: string, sources: RowSource[]) {
  if (!sources.some(({ status }) => status === 'waiting')) return sources
  const deciders = await decidersOf(scope, memberId)
  return sources.map((source) => ({ ...source, waitsFor: deciders.get(source.id) }))
}
