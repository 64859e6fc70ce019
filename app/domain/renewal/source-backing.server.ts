import { and, asc, eq, inArray, isNotNull, or, sumOf } from '#db/query.server'
import { creditClaims, creditShares, evidence, ledgerEntries } from '#db/schema'
import { schoolYearOf } from '../calendar'
import { strongest } from '../evidence/evidence'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import type { RowSource } from './row'
import type { SourceRow } from './source-rows.server'
import type { Span } from './sources.server'

/**
 * What stands behind the rows of members: minutes booked, evidence, and the shares of claims.
 *
 * @param usedIds what counts as approved, whatever became of it
 */
export async function readSourceBacking(
  scope: Scope,
  memberIds: string[],
  span: Span,
  usedIds: ReadonlySet<string>,
) {
  const [booked, proofs, shares] = await Promise.all([
    listBooked(scope, memberIds, span),
    listProofs(scope, memberIds),
    listShares(scope, memberIds),
  ])
  const minutesOf = new Map(booked.map((it) => [it.activityId ?? it.completionId, it.minutes]))
  const proofsOf = groupBy(proofs, (it) => it.activityId ?? it.completionId ?? it.awardId)
  const sharesOf = groupBy(shares, ({ claimId }) => claimId)

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
        claim: row.claimId === null ? null : claimIn(kind, row, sharesOf.get(row.claimId) ?? []),
      }
    },
  }
}

function claimIn(
  kind: RowSource['kind'],
  row: SourceRow,
  shares: Awaited<ReturnType<typeof listShares>>,
): RowSource['claim'] {
  return {
    id: row.claimId!,
    activityId: kind === 'activity' ? row.id : null,
    completionId: kind === 'completion' ? row.id : null,
    awardId: kind === 'award' ? row.id : null,
    topic: row.topic,
    providerKind: row.providerKind,
    credit: row.credit,
    amountThousandths: row.amountThousandths,
    courseLevel: row.courseLevel,
    proof: row.proof,
    isAligned: row.isAligned,
    shares: shares.map(({ claimId: _, ...share }) => share),
  }
}

/** The minutes that the ledger holds for each source, corrections included. */
async function listBooked(scope: Scope, memberIds: string[], { first, last }: Span) {
  const starts = scope.district.schoolYearStartsOn
  const years: number[] = []
  for (let year = schoolYearOf(first, starts); year <= schoolYearOf(last, starts); year++) {
    years.push(year)
  }
  return scope.db
    .select({
      activityId: ledgerEntries.activityId,
      completionId: ledgerEntries.completionId,
      minutes: sumOf(ledgerEntries.minutes),
    })
    .from(ledgerEntries)
    .where(
      and(inArray(ledgerEntries.schoolYear, years), inArray(ledgerEntries.memberId, memberIds)),
    )
    .groupBy(ledgerEntries.activityId, ledgerEntries.completionId)
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

async function listShares(scope: Scope, memberIds: string[]) {
  return scope.db
    .select({
      claimId: creditShares.claimId,
      jurisdiction: creditShares.jurisdiction,
      category: creditShares.category,
      share: creditShares.share,
    })
    .from(creditShares)
    .innerJoin(creditClaims, eq(creditClaims.id, creditShares.claimId))
    .where(inArray(creditClaims.memberId, memberIds))
    .orderBy(asc(creditShares.claimId), asc(creditShares.jurisdiction), asc(creditShares.category))
}
