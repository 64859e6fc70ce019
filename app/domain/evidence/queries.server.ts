import { and, asc, eq, inArray, isNotNull, ne, or } from '#db/query.server'
import { activities, awards, completions, evidence, goals, reviews, submissions } from '#db/schema'
import { NotFound } from '../errors'
import { groupBy } from '../grouping'
import { type Actor, can } from '../policy'
import type { Scope } from '../scope.server'
import { type EvidenceSubject, strongest } from './evidence'

/** The condition that picks the evidence of one subject. */
export function belongingTo(subject: EvidenceSubject) {
  if ('activityId' in subject) return eq(evidence.activityId, subject.activityId)
  if ('completionId' in subject) return eq(evidence.completionId, subject.completionId)
  if ('awardId' in subject) return eq(evidence.awardId, subject.awardId)
  if ('goalId' in subject) return eq(evidence.goalId, subject.goalId)
  return and(eq(evidence.enrollmentId, subject.enrollmentId), eq(evidence.stepKey, subject.stepKey))
}

export type Evidence = Awaited<ReturnType<typeof listEvidence>>[number]

const fields = {
  id: evidence.id,
  kind: evidence.kind,
  name: evidence.name,
  content: evidence.content,
  mediaType: evidence.mediaType,
  bytes: evidence.bytes,
  mayShowStudents: evidence.mayShowStudents,
  destroyedOn: evidence.destroyedOn,
}

/** The evidence of a subject that the actor has been shown already, in the order it was added. */
export const listEvidence = (scope: Scope, subject: EvidenceSubject) =>
  scope.db
    .select(fields)
    .from(evidence)
    .where(belongingTo(subject))
    .orderBy(asc(evidence.createdAt), asc(evidence.id))

/** The evidence for the steps of an enrollment, by the key of the step, in the order it was added. */
export async function listEvidenceBySteps(scope: Scope, enrollmentId: string) {
  const rows = await scope.db
    .select({ stepKey: evidence.stepKey, ...fields })
    .from(evidence)
    .where(eq(evidence.enrollmentId, enrollmentId))
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
  const byStep = groupBy(rows, ({ stepKey }) => stepKey)
  return (key: string): Evidence[] =>
    (byStep.get(key) ?? []).map(({ stepKey: _, ...piece }) => piece)
}

/**
 * Evidence as the actor may see it: whether they may open each piece, and of a piece they may not open
 * neither text nor address.
 *
 * @param owner whose it is, and the organization it was earned under
 */
export const asSeenBy = (actor: Actor, evidence: Evidence[], owner: Owner) =>
  evidence.map((item) => {
    const { mayShowStudents } = item
    const isOpen = can(actor, 'evidence.view', { ...owner, mayShowStudents })
    return { ...item, content: isOpen ? item.content : null, isOpen }
  })

type Owner = { memberId: string; organizationId: string | null }

/** Those of the actor's own pieces for steps of pathways that wait for nobody and were decided by nobody. */
export async function listRetractable(scope: Scope, ids: string[]) {
  const kept = await scope.db
    .select({ id: submissions.evidenceId })
    .from(submissions)
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .where(
      and(
        inArray(submissions.evidenceId, ids),
        or(ne(submissions.status, 'withdrawn'), isNotNull(reviews.submissionId)),
      ),
    )
  const keptIds = new Set(kept.map(({ id }) => id))
  return ids.filter((id) => !keptIds.has(id))
}

/** The strength of what stands behind a subject. */
export async function strengthOf(scope: Scope, subject: EvidenceSubject) {
  const rows = await scope.db
    .select({ strength: evidence.strength })
    .from(evidence)
    .where(belongingTo(subject))
  return strongest(rows.map(({ strength }) => strength))
}

/** How strong what is attached to some subjects is, piece by piece. @param ids of subjects of one kind */
export const strengthsAttached = (
  scope: Scope,
  subject: 'activityId' | 'awardId' | 'goalId',
  ids: string[],
) =>
  scope.db
    .select({ id: evidence[subject], strength: evidence.strength })
    .from(evidence)
    .where(inArray(evidence[subject], ids))

/**
 * One piece of evidence, for opening it.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getEvidence(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      id: evidence.id,
      memberId: evidence.memberId,
      kind: evidence.kind,
      name: evidence.name,
      mediaType: evidence.mediaType,
      bytes: evidence.bytes,
      mayShowStudents: evidence.mayShowStudents,
      destroyedOn: evidence.destroyedOn,
      activityId: evidence.activityId,
      completionId: evidence.completionId,
      awardId: evidence.awardId,
      goalId: evidence.goalId,
      enrollmentId: evidence.enrollmentId,
      activityStatus: activities.status,
      activityOrganization: activities.organizationId,
      completionOrganization: completions.organizationId,
      awardOrganization: awards.organizationId,
      goalOrganization: goals.organizationId,
      stepOrganization: submissions.organizationId,
    })
    .from(evidence)
    .leftJoin(activities, eq(activities.id, evidence.activityId))
    .leftJoin(completions, eq(completions.id, evidence.completionId))
    .leftJoin(awards, eq(awards.id, evidence.awardId))
    .leftJoin(goals, eq(goals.id, evidence.goalId))
    .leftJoin(submissions, eq(submissions.evidenceId, evidence.id))
    .where(eq(evidence.id, id))
  if (!row) throw new NotFound('No evidence.')
  const { activityStatus, memberId, mayShowStudents } = row
  const organizationId =
    row.activityOrganization ??
    row.completionOrganization ??
    row.awardOrganization ??
    row.goalOrganization ??
    row.stepOrganization
  const unsent = activityStatus === 'draft' || activityStatus === 'withdrawn'
  const subject = { memberId, organizationId: unsent ? null : organizationId, mayShowStudents }
  const seen = unsent ? memberId === scope.actor.id : can(scope.actor, 'evidence.view', subject)
  if (!seen) throw new NotFound('No evidence.')
  return row
}
