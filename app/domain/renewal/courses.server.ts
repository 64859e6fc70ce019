import { usesByMember } from '../credit/uses.server'
import { listOpenCycles } from '../licenses/cycles.server'
import type { Scope } from '../scope.server'
import { evaluateCycle } from './cycle-evaluation'
import { rowsOf } from './cycle-rows'
import { spanOfCycle } from './cycle-span'
import { sourcesOf, spanOf } from './sources.server'

/** Where the actor stands in each open cycle, in a state and a sentence, by the id of the cycle. */
export async function ownCourses(scope: Scope) {
  const memberId = scope.actor.id
  const cycles = await listOpenCycles(scope, memberId)
  if (cycles.length === 0) return {}
  const span = spanOf(cycles.map((it) => spanOfCycle(it, scope.today)))
  const [found, used] = await Promise.all([
    sourcesOf(scope, [memberId], span),
    usesByMember(scope, [memberId]),
  ])
  const [sources, uses] = [found.get(memberId) ?? [], used.get(memberId) ?? []]
  const courses = cycles.map((cycle) => {
    const rows = rowsOf(cycle, sources, uses, scope.district.usesMayOverlap)
    const { course } = evaluateCycle(cycle, { rows, asOf: scope.today })
    return [cycle.id, { state: course.state, sentence: course.sentence }] as const
  })
  return Object.fromEntries(courses)
}

export type OwnCourse = Awaited<ReturnType<typeof ownCourses>>[string]
