import { usesByMember } from '../credit/uses.server'
import { type ClaimKind, findOwnSubject } from '../claims/editing.server'
import { isRenewing, listOpenCycles } from '../licenses/cycles.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'
import { evaluateCycle } from './cycle-evaluation'
import { rowsOf } from './cycle-rows'
import { spanOfCycle } from './cycle-span'
import { sourcesOf, spanOf } from './sources.server'

export type ClaimPreview = Awaited<ReturnType<typeof previewClaim>>

/** Like `previewClaim`; null for somebody who renews no license, and for what is somebody else's. */
export async function licenseViewOf(scope: Scope, kind: ClaimKind, id: string, isOwn: boolean) {
  return isOwn && (await isRenewing(scope)) ? previewClaim(scope, kind, id) : null
}

/**
 * What each open cycle of the actor would make of something of their own once it is approved, drafts
 * included; nothing for what has no day or no hours yet, or lies outside the cycles.
 *
 * @throws NotFound when it is not the actor's own
 */
export async function previewClaim(scope: Scope, kind: ClaimKind, id: string) {
  await findOwnSubject(scope, kind, id)
  const memberId = scope.actor.id
  const cycles = await listOpenCycles(scope, memberId)
  if (cycles.length === 0) return []
  const span = spanOf(cycles.map((it) => spanOfCycle(it, scope.today)))
  const [found, usesOf] = await Promise.all([
    sourcesOf(scope, [memberId], span, { draftId: id }),
    usesByMember(scope, [memberId]),
  ])
  const isApproved = found.get(memberId)?.find((it) => it.id === id)?.status === 'approved'
  const sources = (found.get(memberId) ?? []).map((source) =>
    source.id === id ? { ...source, status: 'approved' as const } : source,
  )
  return cycles.flatMap((cycle) => {
    const uses = usesOf.get(memberId) ?? []
    const rows = rowsOf(cycle, sources, uses, scope.district.usesMayOverlap)
    const { rows: verdicts, course } = evaluateCycle(cycle, { rows, asOf: scope.today })
    const own = verdicts.find(({ row }) => row.id === id)
    if (!own) return []
    return [
      {
        cycle: cycle.id,
        state: jurisdictionName(cycle.jurisdiction),
        isApproved,
        verdict: own.verdict,
        sentence: own.sentence,
        course: course.sentence,
      },
    ]
  })
}
