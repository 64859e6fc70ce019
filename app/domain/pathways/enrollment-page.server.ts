import { and, eq, inArray, isNotNull, maxOf } from '#db/query.server'
import { activities, awards, completions, enrollments, evidence } from '#db/schema'
import { listEvidence, listRetractable } from '../evidence/queries.server'
import { listReviewers, organizationOn } from '../people/affiliations.server'
import type { Scope } from '../scope.server'
import { requireOwnEnrollment } from './enrollments.server'
import { groupBy } from '../grouping'
import type { Source } from './progress'
import { listPending } from './pending.server'
import { assess } from './standing.server'
import { listSteps } from './versions.server'

export type EnrollmentPage = Awaited<ReturnType<typeof getEnrollment>>
export type EnrollmentStep = EnrollmentPage['steps'][number]

/**
 * One of the actor's own pathways: each step with what counted for it, what waits for a decision, what
 * has been shown as evidence, and which is next. A completed one is shown as it was then.
 *
 * @throws NotFound when it is not theirs
 */
export async function getEnrollment(scope: Scope, id: string) {
  const { enrollee, ...enrollment } = await requireOwnEnrollment(scope, id)
  const steps = await listSteps(scope, enrollment.versionId)
  const [assessed] = await assess(scope, [enrollee])
  const isCompleted = enrollment.completedOn !== null
  const progress = new Map(
    assessed!.progress.steps
      .filter(({ stepKey }) => !isCompleted || assessed!.keptKeys.has(stepKey))
      .map((step) => [step.stepKey, step]),
  )
  const titles = await titlesOf(
    scope,
    [...progress.values()].flatMap(({ sources }) => sources),
  )
  const pending = isCompleted ? null : await listPending(scope, steps)
  const evidenceOfSteps = await evidenceOf(scope, id, steps)
  const shown = groupBy(evidenceOfSteps, ({ stepKey }) => stepKey)
  const pieces = evidenceOfSteps.flatMap(({ items }) => items)
  return {
    enrollment,
    heldUntil: await heldUntil(scope, enrollment.pathwayId),
    reviewers: await reviewersOf(scope),
    /** The ids of the evidence that may be removed. */
    removable: isCompleted
      ? []
      : await listRetractable(
          scope,
          pieces.map((piece) => piece.id),
        ),
    nextKey: isCompleted ? null : assessed!.progress.next,
    requiredSteps: enrollee.requiredSteps,
    steps: steps.map((step) => {
      const reached = progress.get(step.stepKey)
      return {
        ...step,
        completedOn: reached?.completedOn ?? null,
        haveMinutes: reached?.haveMinutes ?? 0,
        counted: (reached?.sources ?? []).map((source) => ({
          ...source,
          title: titles.get(source.id) ?? null,
        })),
        pending: pending?.get(step.stepKey) ?? [],
        evidence: (shown.get(step.stepKey) ?? []).flatMap(({ items }) => items),
      }
    }),
  }
}

async function reviewersOf(scope: Scope) {
  const organizationId = await organizationOn(scope, scope.actor.id, scope.today)
  return organizationId ? listReviewers(scope, organizationId, scope.actor.id) : []
}

async function evidenceOf(
  scope: Scope,
  enrollmentId: string,
  steps: { stepKey: string; kind: string }[],
) {
  return Promise.all(
    steps
      .filter(({ kind }) => kind === 'evidence')
      .map(async ({ stepKey }) => ({
        stepKey,
        items: await listEvidence(scope, { enrollmentId, stepKey }),
      })),
  )
}

/** Until when an earlier completion that is being renewed holds. */
async function heldUntil(scope: Scope, pathwayId: string) {
  const [row] = await scope.db
    .select({ expiresOn: maxOf(enrollments.expiresOn) })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.memberId, scope.actor.id),
        eq(enrollments.pathwayId, pathwayId),
        isNotNull(enrollments.endedOn),
        isNotNull(enrollments.completedOn),
      ),
    )
  return row?.expiresOn && row.expiresOn > scope.today ? row.expiresOn : null
}

/** What the rows that counted are called, by their ids. */
async function titlesOf(scope: Scope, sources: Source[]) {
  const ids = (kind: string) => sources.filter((source) => source.kind === kind).map(({ id }) => id)
  const [learned, completed, awarded, shown] = await Promise.all([
    scope.db
      .select({ id: activities.id, title: activities.title })
      .from(activities)
      .where(inArray(activities.id, ids('activity'))),
    scope.db
      .select({ id: completions.id, title: completions.title })
      .from(completions)
      .where(inArray(completions.id, ids('completion'))),
    scope.db
      .select({ id: awards.id, title: awards.title })
      .from(awards)
      .where(inArray(awards.id, ids('award'))),
    scope.db
      .select({ id: evidence.id, title: evidence.name })
      .from(evidence)
      .where(inArray(evidence.id, ids('evidence'))),
  ])
  return new Map(
    [...learned, ...completed, ...awarded, ...shown].map(({ id, title }) => [id, title]),
  )
}
