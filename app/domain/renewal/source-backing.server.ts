import { and, inArray, isNotNull, or } from '#db/query.server'
import { evidence, ledgerEntries } from '#db/schema'
import { schoolYearOf } from '../calendar'
import { claimsOfMembers } from '../claims/queries.server'
import { strongest } from '../evidence/evidence'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import type { RowSource } from './row'
import type { SourceRow } from './source-rows.server'
import type { Span } from './sources.server'

/**
 * What stands behind the rows of members: minutes booked, evidence, and claims.
 *
 * @param usedIds what counts as approved, whatever became of it
 */
export async function readSourceBacking(
  scope: Scope,
  memberIds: string[],
  span: Span,
  usedIds: ReadonlySet<string>,
) {
  const [minutesOf, proofs, claims] = await Promise.all([
    sumBooked(scope, memberIds, span),
    listProofs(scope, memberIds),
    claimsOfMembers(scope, memberIds),
  ])
  const proofsOf = groupBy(proofs, (it) => it.activityId ?? it.completionId ?? it.awardId)

  return {
    /** A row with its backing; null where it brings nothing, such as an approval that was taken back. */
    source(kind: RowSource['kind'], row: SourceRow): (RowSource & { memberId: string }) | null {
      const { id, memberId } = row
      const isTakenBack = usedIds.has(id) && row.status !== 'approved'
      const status = isTakenBack ? 'approved' : row.status
      const minutes = row.status === 'approved' ? (minutesOf.get(id) ?? 0) : row.minutes
      if (status === null || (kind !== 'award' && !minutes)) return null
      const backing = proofsOf.get(id) ?? []
      const strengths = backing.map(({ strength }) => strength)
      return {
        kind,
        id,
        memberId,
        title: row.title,
        startedOn: row.startedOn,
        endedOn: row.endedOn,
        activityKind: row.activityKind,
        minutes: kind === 'award' ? null : minutes,
        provider: row.provider,
        sponsorNumber: row.sponsorNumber,
        location: row.location,
        strength: strongest(row.strength ? [row.strength, ...strengths] : strengths),
        hasEvidence: backing.length > 0,
        status,
        isTakenBack,
        claim: claims.get(id) ?? null,
      }
    },
  }
}

/** The minutes that the ledger holds, corrections included, by the id of what they were booked for. */
async function sumBooked(scope: Scope, memberIds: string[], { first, last }: Span) {
  const starts = scope.district.schoolYearStartsOn
  const years: number[] = []
  for (let year = schoolYearOf(first, starts); year <= schoolYearOf(last, starts); year++) {
    years.push(year)
  }
  const entries = await scope.db
    .select({
      activityId: ledgerEntries.activityId,
      completionId: ledgerEntries.completionId,
      minutes: ledgerEntries.minutes,
    })
    .from(ledgerEntries)
    .where(
      and(inArray(ledgerEntries.schoolYear, years), inArray(ledgerEntries.memberId, memberIds)),
    )
  const sums = new Map<string, number>()
  for (const { activityId, completionId, minutes } of entries) {
    const id = (activityId ?? completionId)!
    sums.set(id, (sums.get(id) ?? 0) + minutes)
  }
  return sums
}

async function listProofs(scope: Scope, memberIds: string[]) {
  return scope.db
    .select({
      activityId: evidence.activityId,
      completionId: evidence.completionId,
      awardId: evidence.awardId,
      strength: evidence.strength,
    })
    .from(evidence)
    .where(
      and(
        inArray(evidence.memberId, memberIds),
        or(
          isNotNull(evidence.activityId),
          isNotNull(evidence.completionId),
          isNotNull(evidence.awardId),
        ),
      ),
    )
}
