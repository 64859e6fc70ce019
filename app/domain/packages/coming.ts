import type { BroughtRow } from '../brought/brought'
import type { PackagedEvidence, RecordPackage } from './format.server'

/** A row of a package as it will stand here, with what backs it. */
export type ComingRow = BroughtRow & { evidence: PackagedEvidence[] }
export type ComingLicense = RecordPackage['licenses'][number]
export type ComingCycle = RecordPackage['cycles'][number]

/** What of a package cannot be brought, and why. */
export type PackageFault = {
  kind: 'activity' | 'completion' | 'award' | 'license' | 'cycle' | 'file'
  title: string
  reason: string
}

type Packaged = RecordPackage['activities'][number] &
  RecordPackage['completions'][number] &
  RecordPackage['badges'][number]
type Earned = Pick<
  Packaged,
  'id' | 'title' | 'district' | 'organization' | 'strength' | 'evidence' | 'claim' | 'decisions'
>

/** Null for what is no part of a renewal: denied, taken back, or without a day. */
export function comingActivity(row: RecordPackage['activities'][number]): ComingRow | null {
  const standing = row.status === 'submitted' ? 'waiting' : row.status
  if (standing === 'denied' || standing === 'withdrawn' || row.startedOn === null) return null
  return {
    ...earned(row),
    kind: 'activity',
    activityKind: row.kind,
    startedOn: row.startedOn,
    endedOn: row.endedOn ?? row.startedOn,
    minutes: row.minutes,
    countedMinutes: standing === 'approved' ? row.countedMinutes : 0,
    provider: row.provider,
    sponsorNumber: row.sponsorNumber,
    location: row.location,
    reflection: row.reflection,
    expiresOn: null,
    url: null,
    standing,
    ...decided(row, standing),
  }
}

/** Null for what is no part of a renewal: denied or taken back. */
export function comingCompletion(row: RecordPackage['completions'][number]): ComingRow | null {
  const { status: standing } = row
  if (standing === 'denied' || standing === 'withdrawn') return null
  return {
    ...earned(row),
    kind: 'completion',
    activityKind: row.kind,
    startedOn: row.completedOn,
    endedOn: row.completedOn,
    minutes: row.minutes,
    countedMinutes: standing === 'approved' ? row.countedMinutes : 0,
    provider: row.provider,
    sponsorNumber: null,
    location: null,
    reflection: null,
    expiresOn: null,
    url: null,
    standing,
    ...decided(row, standing),
  }
}

/** Null for a badge that was refused or taken back. */
export function comingBadge(row: RecordPackage['badges'][number]): ComingRow | null {
  if (row.verification === 'refused' || row.verification === 'withdrawn') return null
  const standing = row.verification === 'verified_by_person' ? 'approved' : 'waiting'
  return {
    ...earned(row),
    kind: 'award',
    activityKind: 'micro_credential',
    startedOn: row.awardedOn,
    endedOn: row.awardedOn,
    minutes: null,
    countedMinutes: 0,
    provider: row.issuer,
    sponsorNumber: null,
    location: null,
    reflection: null,
    expiresOn: row.expiresOn,
    url: row.url,
    standing,
    ...decided(row, standing),
  }
}

const earned = (row: Earned) => ({
  id: row.id,
  from: row.district,
  organization: row.organization?.name ?? null,
  title: row.title,
  strength: row.strength,
  hasEvidence: row.evidence.length > 0,
  claim: row.claim,
  evidence: row.evidence,
})

function decided({ decisions }: Pick<Earned, 'decisions'>, standing: BroughtRow['standing']) {
  const last = decisions.findLast(({ decision }) => decision === standing)
  return { decidedBy: last?.by || null, decidedOn: last?.on ?? null }
}
