import type { ActivityStatus, Strength, SubmissionStatus } from '#db/words'
import type { Day } from '../calendar'
import { ATTENDANCE_ONLY } from '../claims/claim'
import type { Claim } from '../claims/queries.server'
import type { Spent } from '../credit/use'
import type { CreditRow, WholeRow } from '../evaluation/input'

/** What a row of an evaluation is on the record. */
export type RowSource = {
  kind: 'activity' | 'completion' | 'award'
  id: string
  title: string
  startedOn: Day
  endedOn: Day
  activityKind: string | null
  minutes: number | null
  provider: string | null
  sponsorNumber: string | null
  location: string | null
  strength: Strength
  hasEvidence: boolean
  status: CreditRow['status']
  /** Whom it waits for, where that was looked up. */
  waitsFor?: string
  /** It was used for the closed cycle that is looked at, and its approval was taken back later. */
  isTakenBack: boolean
  claim: Claim | null
  /** Set on what was earned in another district: where, and who decided there. */
  brought?: { from: string; decidedBy: string | null; decidedOn: Day | null }
}

/**
 * A row as the rules of one jurisdiction see it.
 *
 * @param spent what it was used for, where that stands against counting it
 */
export function rowOf(source: RowSource, jurisdiction: string, spent: Spent | undefined): WholeRow {
  const { claim } = source
  const shares = (claim?.shares ?? []).filter((it) => it.jurisdiction === jurisdiction)
  const credit = claim?.credit ?? undefined
  const partOf = (share: number) => (credit ? { amount: share / 1000 } : { minutes: share })
  const split = shares.flatMap(({ category, share }) =>
    share === null ? [] : [{ category, ...partOf(share) }],
  )
  return {
    id: source.id,
    title: source.title,
    startsOn: source.startedOn,
    endsOn: source.endedOn,
    activityKind: source.activityKind ?? undefined,
    topic: claim?.topic ?? undefined,
    minutes: credit ? undefined : (source.minutes ?? 0),
    credit,
    amount: credit ? (claim?.amountThousandths ?? 0) / 1000 : undefined,
    units: undefined,
    level: claim?.courseLevel ?? undefined,
    categories: shares.map(({ category }) => category),
    split: split.length > 0 ? split : undefined,
    provider: claim?.providerKind
      ? { kind: claim.providerKind, number: source.sponsorNumber ?? undefined }
      : undefined,
    proofs: proofsOf(source),
    aligned: claim?.isAligned ?? undefined,
    preapprovedOn: undefined,
    flags: undefined,
    item: undefined,
    carriedOver: undefined,
    spentOn: spent?.on,
    spent: spent?.minutes ? spentPart(source, spent.minutes) : undefined,
    status: source.status,
    waitsFor: source.waitsFor,
  }
}

/** So many minutes of a source as a part of its row: the same share of another credit. */
function spentPart({ claim, minutes }: RowSource, spent: number) {
  if (!claim?.credit) return { minutes: spent }
  const share = minutes ? spent / minutes : 1
  return { amount: Math.round((claim.amountThousandths ?? 0) * share) / 1000 }
}

const COLLEGE_CREDIT = ['semester_hour', 'quarter_hour']

/** What is said to show that something was learned, where nothing is attached that does. */
export const saidProof = ({ claim, hasEvidence }: RowSource) =>
  !hasEvidence && claim?.proof && claim.proof !== ATTENDANCE_ONLY ? claim.proof : null

/** What shows that something was learned: what was said of it, or what the record has. */
function proofsOf({ claim, hasEvidence, strength }: RowSource) {
  if (claim?.proof === ATTENDANCE_ONLY) return []
  if (claim?.proof) return [claim.proof]
  if (hasEvidence) return ['evidence']
  if (claim?.credit && COLLEGE_CREDIT.includes(claim.credit)) return ['transcript']
  return strength === 'self_reported' ? [] : ['completion']
}

/** How far an activity or a course is; null where it is no part of a renewal. */
export function standingOfRow(
  status: ActivityStatus | SubmissionStatus,
): CreditRow['status'] | null {
  if (status === 'approved' || status === 'returned') return status
  if (status === 'submitted' || status === 'waiting') return 'waiting'
  return status === 'denied' ? null : 'planned'
}
