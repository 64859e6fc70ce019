import type { BroughtRow } from '../brought/brought'
import { listBrought } from '../brought/queries.server'
import { strongest } from '../evidence/evidence'
import { groupBy } from '../grouping'
import { takeRecord } from '../record/taking.server'
import { listCompletions, listEvidence } from '../record/rows.server'
import type { Scope } from '../scope.server'
import { bookedFor, ownClaims, ownCycles, ownDecisions, ownLicenses } from './carried.server'
import { PACKAGE_FILES, PACKAGE_FORMAT, type RecordPackage } from './format.server'

/** What comes along beyond what every package has. */
export type PackageChoices = {
  files: boolean
  /** Files that may show students too. */
  students: boolean
  /** The numbers of the licenses. */
  numbers: boolean
}

/**
 * The whole of the actor's own record, with what stands behind each row, ready to be taken to another
 * district. What was brought here from elsewhere is in it under the district it was earned in.
 */
export async function takePackage(scope: Scope, choices: PackageChoices): Promise<RecordPackage> {
  const memberId = scope.actor.id
  const [record, proofs, strengths, claims, decisions, licenses, cycles, brought] =
    await Promise.all([
      takeRecord(scope),
      listEvidence(scope, memberId),
      strengthsOfCompletions(scope, memberId),
      ownClaims(scope),
      ownDecisions(scope),
      ownLicenses(scope, choices.numbers),
      ownCycles(scope),
      listBrought(scope, memberId),
    ])
  const evidenceOf = groupBy(
    proofs,
    (it) => it.activityId ?? it.completionId ?? it.awardId ?? it.broughtId,
  )
  const here = { slug: scope.district.slug, name: scope.district.name }
  const carried = (id: string) => {
    const evidence = (evidenceOf.get(id) ?? []).map((proof) => packedEvidence(proof, choices))
    const known = strengths.get(id)
    return {
      district: here,
      strength: strongest([...(known ? [known] : []), ...evidence.map((it) => it.strength)]),
      evidence,
      claim: claims.get(id) ?? null,
      decisions: (decisions.get(id) ?? []).map(({ of: _, ...decision }) => decision),
    }
  }
  const earnedHere = <T extends { id: string }>(rows: T[]) =>
    rows.map((row) => ({ ...row, ...carried(row.id) }))
  const earnedElsewhere = brought.map((row) => ({
    row,
    evidence: (evidenceOf.get(row.id) ?? []).map((proof) => packedEvidence(proof, choices)),
  }))
  const { activities, completions, badges, member, brought: _, ...rest } = record
  return {
    ...rest,
    format: PACKAGE_FORMAT.name,
    version: PACKAGE_FORMAT.version,
    member,
    activities: [
      ...earnedHere(activities as (Omit<(typeof activities)[number], 'status'> & Sent)[]),
      ...ofKind(earnedElsewhere, 'activity').map(activityFrom),
    ],
    completions: [
      ...earnedHere(completions).map((row) => ({ ...row, minutes: row.minutes! })),
      ...ofKind(earnedElsewhere, 'completion').map(completionFrom),
    ],
    badges: [...earnedHere(badges), ...ofKind(earnedElsewhere, 'award').map(badgeFrom)],
    licenses,
    cycles,
    ledger: await bookedFor(scope, {
      activities: activities.map(({ id }) => id),
      completions: completions.map(({ id }) => id),
    }),
  }
}

/** A record has no drafts. */
type Sent = { status: RecordPackage['activities'][number]['status'] }
type Proof = Awaited<ReturnType<typeof listEvidence>>[number]

function packedEvidence(proof: Proof, { files, students }: PackageChoices) {
  const { id, kind, name, content, mediaType, bytes, sha256, strength, mayShowStudents } = proof
  const isThere = kind === 'file' && proof.destroyedOn === null
  const isPacked = isThere && files && (students || !mayShowStudents)
  return {
    id,
    kind,
    name,
    content,
    mediaType,
    bytes,
    sha256,
    strength,
    mayShowStudents,
    file: isPacked ? `${PACKAGE_FILES}/${id}` : null,
  }
}

async function strengthsOfCompletions(scope: Scope, memberId: string) {
  const rows = await listCompletions(scope, memberId)
  return new Map(rows.map(({ id, strength }) => [id, strength]))
}

type Elsewhere = { row: BroughtRow; evidence: RecordPackage['activities'][number]['evidence'] }

const ofKind = (rows: Elsewhere[], kind: BroughtRow['kind']) =>
  rows.filter(({ row }) => row.kind === kind)

function earnedFrom({ row, evidence }: Elsewhere) {
  const { id, title, from, organization, strength, claim, decidedBy, decidedOn } = row
  return {
    id,
    title,
    schoolYear: null,
    district: from,
    organization: organization === null ? null : { id: '', name: organization },
    strength,
    evidence,
    claim,
    decisions:
      row.standing === 'approved' && decidedOn
        ? [{ decision: 'approved' as const, on: decidedOn, by: decidedBy ?? '', reason: null }]
        : [],
  }
}

function activityFrom(it: Elsewhere): RecordPackage['activities'][number] {
  const { row } = it
  return {
    ...earnedFrom(it),
    kind: row.activityKind,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    minutes: row.minutes,
    countedMinutes: row.countedMinutes,
    provider: row.provider,
    sponsorNumber: row.sponsorNumber,
    location: row.location,
    fundingSource: null,
    reflection: row.reflection,
    competencies: [],
    status: row.standing === 'waiting' ? 'submitted' : row.standing,
  }
}

function completionFrom(it: Elsewhere): RecordPackage['completions'][number] {
  const { row } = it
  return {
    ...earnedFrom(it),
    kind: row.activityKind ?? 'online_course',
    completedOn: row.endedOn,
    minutes: row.minutes ?? row.countedMinutes,
    countedMinutes: row.countedMinutes,
    provider: row.provider,
    status: row.standing,
  }
}

function badgeFrom(it: Elsewhere): RecordPackage['badges'][number] {
  const { row } = it
  return {
    ...earnedFrom(it),
    issuer: row.provider ?? '',
    awardedOn: row.endedOn,
    expiresOn: row.expiresOn,
    url: row.url,
    verification: row.standing === 'approved' ? 'verified_by_person' : 'not_verified',
  }
}
