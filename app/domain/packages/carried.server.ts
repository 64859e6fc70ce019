import { and, asc, eq, inArray } from '#db/query.server'
import {
  creditClaims,
  creditShares,
  cycleFacts,
  cycles,
  ledgerEntries,
  licenses,
  members,
  reviews,
  submissions,
} from '#db/schema'
import { dayIn, schoolYearName } from '../calendar'
import { batchesOf, groupBy } from '../grouping'
import { endorsementsOf } from '../licenses/queries.server'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { sentBy } from '../reviews/waiting.server'

/** The claims of the actor, by the id of what they are about. */
export async function ownClaims(scope: Scope) {
  const [claims, shares] = await Promise.all([
    scope.db
      .select({
        id: creditClaims.id,
        activityId: creditClaims.activityId,
        completionId: creditClaims.completionId,
        awardId: creditClaims.awardId,
        topic: creditClaims.topic,
        providerKind: creditClaims.providerKind,
        credit: creditClaims.credit,
        amountThousandths: creditClaims.amountThousandths,
        courseLevel: creditClaims.courseLevel,
        proof: creditClaims.proof,
        isAligned: creditClaims.isAligned,
      })
      .from(creditClaims)
      .where(eq(creditClaims.memberId, scope.actor.id)),
    scope.db
      .select({
        claimId: creditShares.claimId,
        jurisdiction: creditShares.jurisdiction,
        category: creditShares.category,
        share: creditShares.share,
      })
      .from(creditShares)
      .innerJoin(creditClaims, eq(creditClaims.id, creditShares.claimId))
      .where(eq(creditClaims.memberId, scope.actor.id))
      .orderBy(
        asc(creditShares.claimId),
        asc(creditShares.jurisdiction),
        asc(creditShares.category),
      ),
  ])
  const sharesOf = groupBy(shares, ({ claimId }) => claimId)
  return new Map(
    claims.map(({ id, activityId, completionId, awardId, ...claim }) => [
      activityId ?? completionId ?? awardId,
      { ...claim, shares: (sharesOf.get(id) ?? []).map(({ claimId: _, ...share }) => share) },
    ]),
  )
}

/** The decisions on what the actor has sent, oldest first, by the id of what was sent. */
export async function ownDecisions(scope: Scope) {
  const rows = await scope.db
    .select({
      activityId: submissions.activityId,
      completionId: submissions.completionId,
      awardId: submissions.awardId,
      decision: reviews.decision,
      reason: reviews.reason,
      decidedAt: reviews.decidedAt,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(submissions)
    .innerJoin(reviews, eq(reviews.submissionId, submissions.id))
    .innerJoin(members, eq(members.id, reviews.reviewerId))
    .where(sentBy(scope, scope.actor.id))
    .orderBy(asc(reviews.decidedAt))
  const decisions = rows.map((row) => ({
    of: row.activityId ?? row.completionId ?? row.awardId,
    decision: row.decision,
    on: dayIn(scope.district.timeZone, row.decidedAt),
    by: fullName(row),
    reason: row.reason,
  }))
  return groupBy(decisions, ({ of }) => of)
}

/** The licenses of the actor, those withdrawn too. @param withNumbers whether their numbers come along */
export async function ownLicenses(scope: Scope, withNumbers: boolean) {
  const rows = await scope.db
    .select({
      id: licenses.id,
      jurisdiction: licenses.jurisdiction,
      kind: licenses.kind,
      class: licenses.class,
      area: licenses.area,
      isPrimary: licenses.isPrimary,
      number: licenses.number,
      issuedOn: licenses.issuedOn,
      expiresOn: licenses.expiresOn,
      withdrawnOn: licenses.withdrawnOn,
    })
    .from(licenses)
    .where(eq(licenses.memberId, scope.actor.id))
    .orderBy(asc(licenses.id))
  const endorsements = await endorsementsOf(
    scope,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    number: withNumbers ? row.number : null,
    endorsements: endorsements.get(row.id) ?? [],
  }))
}

/** The cycles of the actor with the rules they are pinned to and what holds in them. */
export async function ownCycles(scope: Scope) {
  const rows = await scope.db
    .select({
      id: cycles.id,
      licenseId: cycles.licenseId,
      startsOn: cycles.startsOn,
      endsOn: cycles.endsOn,
      earnUntilOn: cycles.earnUntilOn,
      extendedToOn: cycles.extendedToOn,
      extensionReason: cycles.extensionReason,
      ruleSetId: cycles.ruleSetId,
      revision: cycles.ruleSetRevision,
      isEmployed: cycles.isEmployed,
      fteThousandths: cycles.fteThousandths,
      leaveThousandths: cycles.leaveThousandths,
      renewedOn: cycles.renewedOn,
      closedOn: cycles.closedOn,
      judgedLicenses: cycles.judgedLicenses,
    })
    .from(cycles)
    .where(eq(cycles.memberId, scope.actor.id))
    .orderBy(asc(cycles.id))
  const facts = await scope.db
    .select({
      cycleId: cycleFacts.cycleId,
      kind: cycleFacts.kind,
      code: cycleFacts.code,
      heldOn: cycleFacts.heldOn,
      attestedBy: cycleFacts.attestedBy,
    })
    .from(cycleFacts)
    .innerJoin(cycles, eq(cycles.id, cycleFacts.cycleId))
    .where(eq(cycles.memberId, scope.actor.id))
    .orderBy(asc(cycleFacts.heldOn), asc(cycleFacts.id))
  const factsOf = groupBy(facts, ({ cycleId }) => cycleId)
  return rows.map(({ ruleSetId, revision, ...cycle }) => ({
    ...cycle,
    ruleSet: { id: ruleSetId, revision },
    facts: (factsOf.get(cycle.id) ?? []).map(({ cycleId: _, ...fact }) => fact),
  }))
}

/** What was booked for some of the actor's own rows, corrections included, oldest first. */
export async function bookedFor(
  scope: Scope,
  ids: { activities: string[]; completions: string[] },
) {
  const read = (column: 'activityId' | 'completionId', of: string[]) =>
    scope.db
      .select({
        id: ledgerEntries.id,
        activityId: ledgerEntries.activityId,
        completionId: ledgerEntries.completionId,
        kind: ledgerEntries.kind,
        minutes: ledgerEntries.minutes,
        earnedOn: ledgerEntries.earnedOn,
        bookedOn: ledgerEntries.bookedOn,
        schoolYear: ledgerEntries.schoolYear,
        strength: ledgerEntries.strength,
        correctsId: ledgerEntries.correctsId,
      })
      .from(ledgerEntries)
      .where(and(inArray(ledgerEntries[column], of), eq(ledgerEntries.memberId, scope.actor.id)))
      .orderBy(asc(ledgerEntries.bookedOn), asc(ledgerEntries.id))
  const batches = [
    ...batchesOf(ids.activities, AT_ONCE).map((of) => read('activityId', of)),
    ...batchesOf(ids.completions, AT_ONCE).map((of) => read('completionId', of)),
  ]
  const rows = (await Promise.all(batches)).flat()
  return rows.map((row) => ({
    ...row,
    schoolYear: schoolYearName(row.schoolYear).replace('–', '-'),
  }))
}

const AT_ONCE = 400
