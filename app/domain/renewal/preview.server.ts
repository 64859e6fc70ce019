import { listOpenCycles } from '../licenses/cycles.server'
import { lastDayToEarn } from '../licenses/license'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'
import { evaluateCycle } from './cycle-evaluation'
import { rowOf } from './row'
import { sourcesOf, spanOf } from './sources.server'

export type ClaimPreview = Awaited<ReturnType<typeof previewClaim>>

/**
 * What each open cycle of the actor would make of something of their own once it is approved, drafts
 * included; nothing for what has no day or no hours yet, or lies outside the cycles.
 */
export async function previewClaim(scope: Scope, id: string) {
  const memberId = scope.actor.id
  const cycles = await listOpenCycles(scope, memberId)
  if (cycles.length === 0) return []
  const span = spanOf(cycles.map((it) => ({ startsOn: it.startsOn, lastDay: lastDayToEarn(it) })))
  const found = await sourcesOf(scope, [memberId], span, id)
  const sources = (found.get(memberId) ?? []).map((source) =>
    source.id === id ? { ...source, status: 'approved' as const } : source,
  )
  return cycles.flatMap((cycle) => {
    const rows = sources.map((source) => rowOf(source, cycle.jurisdiction))
    const { rows: verdicts, course } = evaluateCycle(cycle, { rows, asOf: scope.today })
    const own = verdicts.find(({ row }) => row.id === id)
    if (!own) return []
    return [
      {
        cycle: cycle.id,
        state: jurisdictionName(cycle.jurisdiction),
        verdict: own.verdict,
        sentence: own.sentence,
        course: course.sentence,
      },
    ]
  })
}
