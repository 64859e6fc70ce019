import { usesByMember } from '../credit/uses.server'
import { listOpenCycles } from '../licenses/cycles.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'
import { evaluateCycle } from './cycle-evaluation'
import { rowsOf } from './cycle-rows'
import { spanOfCycle } from './cycle-span'
import { sourcesOf, spanOf } from './sources.server'

/** Where the actor stands in each open cycle, the first to end first: in a state and a sentence. */
export async function ownCourses(scope: Scope) {
  const memberId = scope.actor.id
  const cycles = await listOpenCycles(scope, memberId)
  if (cycles.length === 0) return []
  const span = spanOf(cycles.map((it) => spanOfCycle(it, scope.today)))
  const [found, used] = await Promise.all([
    sourcesOf(scope, [memberId], span),
    usesByMember(scope, [memberId]),
  ])
  const [sources, uses] = [found.get(memberId) ?? [], used.get(memberId) ?? []]
  return cycles.map((cycle) => {
    const rows = rowsOf(cycle, sources, uses, scope.district.usesMayOverlap)
    const { course } = evaluateCycle(cycle, { rows, asOf: scope.today })
    const { state, sentence } = course
    const place = jurisdictionName(cycle.jurisdiction)
    return { cycleId: cycle.id, place, state, sentence }
  })
}

export type OwnCourse = Awaited<ReturnType<typeof ownCourses>>[number]
