import { and, eq } from '#db/query.server'
import { awards, completions, enrollments, evidence, pathwaySteps, pathways } from '#db/schema'
import { FUNDING_SOURCES, type FundingSource, kindName } from '../activities/activity'
import { getActivity } from '../activities/queries.server'
import { findClaim } from '../claims/queries.server'
import { claimWords } from '../claims/words'
import { listEvidence } from '../evidence/queries.server'
import { competencyName } from '../frameworks/competency'
import type { Scope } from '../scope.server'

type Subject = {
  activityId: string | null
  completionId: string | null
  awardId: string | null
  evidenceId: string | null
}

/** One thing a reviewer wants to know; days and minutes are shown as such. */
export type Fact = { term: string } & ({ text: string } | { day: string } | { minutes: number })

const text = (term: string, value: string | null | undefined): Fact[] =>
  value ? [{ term, text: value }] : []
const day = (term: string, value: string | null): Fact[] => (value ? [{ term, day: value }] : [])
const minutes = (value: number | null): Fact[] => (value ? [{ term: 'Hours', minutes: value }] : [])

/** What a submission is about, in the words a reviewer decides by, with its evidence. */
export async function describeSubject(scope: Scope, subject: Subject) {
  if (subject.activityId) return describeActivity(scope, subject.activityId)
  if (subject.completionId) return describeCompletion(scope, subject.completionId)
  if (subject.awardId) return describeAward(scope, subject.awardId)
  return describeEvidence(scope, subject.evidenceId!)
}

async function describeActivity(scope: Scope, id: string) {
  const activity = await getActivity(scope, id)
  return {
    facts: [
      ...text('Kind', kindName(activity.kind)),
      ...day(activity.endedOn ? 'From' : 'Day', activity.startedOn),
      ...day('To', activity.endedOn),
      ...minutes(activity.minutes),
      ...text('Offered by', activity.provider),
      ...text('Sponsor number', activity.sponsorNumber),
      ...text('Where', activity.location),
      ...text('Paid from', FUNDING_SOURCES[activity.fundingSource as FundingSource]),
      ...text('Competencies', activity.competencies.map(competencyName).join(' · ')),
      ...activity.claim,
    ],
    note: activity.reflection,
    evidence: await listEvidence(scope, { activityId: id }),
  }
}

async function describeCompletion(scope: Scope, id: string) {
  const [completion] = await scope.db
    .select({
      provider: completions.provider,
      completedOn: completions.completedOn,
      minutes: completions.minutes,
    })
    .from(completions)
    .where(eq(completions.id, id))
  return {
    facts: [
      ...text('Kind', 'Finished course'),
      ...day('Finished', completion!.completedOn),
      ...minutes(completion!.minutes),
      ...text('Offered by', completion!.provider),
      ...claimWords(await findClaim(scope, { completionId: id })),
    ],
    note: null,
    evidence: await listEvidence(scope, { completionId: id }),
  }
}

async function describeAward(scope: Scope, id: string) {
  const [award] = await scope.db
    .select({
      issuer: awards.issuer,
      awardedOn: awards.awardedOn,
      expiresOn: awards.expiresOn,
      url: awards.url,
    })
    .from(awards)
    .where(eq(awards.id, id))
  return {
    facts: [
      ...text('Kind', 'Badge from elsewhere'),
      ...text('Issuer', award!.issuer),
      ...day('Awarded', award!.awardedOn),
      ...day('Expires', award!.expiresOn),
      ...text('Address', award!.url),
      ...claimWords(await findClaim(scope, { awardId: id })),
    ],
    note: null,
    evidence: await listEvidence(scope, { awardId: id }),
  }
}

async function describeEvidence(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      enrollmentId: evidence.enrollmentId,
      stepKey: evidence.stepKey,
      pathway: pathways.title,
      step: pathwaySteps.title,
      instructions: pathwaySteps.instructions,
    })
    .from(evidence)
    .innerJoin(enrollments, eq(enrollments.id, evidence.enrollmentId))
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .leftJoin(
      pathwaySteps,
      and(
        eq(pathwaySteps.versionId, enrollments.versionId),
        eq(pathwaySteps.stepKey, evidence.stepKey),
      )!,
    )
    .where(eq(evidence.id, id))
  const { enrollmentId, stepKey, pathway, step, instructions } = row!
  const all = await listEvidence(scope, { enrollmentId: enrollmentId!, stepKey: stepKey! })
  return {
    facts: [
      ...text('Kind', 'Evidence for a pathway'),
      ...text('Pathway', pathway),
      ...text('Step', step),
      ...text('Asked for', instructions),
    ],
    note: null,
    evidence: all.filter((item) => item.id === id),
  }
}
