import { and, eq, inArray, isNotNull, maxOf } from '#db/query.server'
import { enrollments, pathwaySteps, pathwayVersions } from '#db/schema'
import { listEvidenceBySteps, listRetractable } from '../evidence/queries.server'
import { listReviewers, organizationOn } from '../people/affiliations.server'
import type { Scope } from '../scope.server'
import { requireOwnEnrollment } from './enrollments.server'
import type { Source } from './progress'
import { stepsOf } from './path'
import { assess, type RecordedStep } from './standing.server'
import { approvalsOf } from './criteria.server'
import { askInWords, STEP_KINDS } from './step-kinds'
import { listPending, titlesOf } from './step-kinds/registry.server'
import type { Step } from './versions.server'

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
  const [assessed] = await assess(scope, [enrollee])
  const { path, recorded } = assessed!
  const isCompleted = enrollment.completedOn !== null
  const steps = stepsOf(path.parts)
  const progress = isCompleted ? frozen(recorded, steps) : assessed!.progress
  const reached = new Map(progress.steps.map((step) => [step.stepKey, step]))
  const titles = await titlesOf(
    scope,
    [...progress.steps, ...progress.kept].flatMap(({ sources }) => sources),
  )
  const asked = steps.flatMap(({ stepKey, asks }) => asks.map((ask) => ({ stepKey, ask })))
  const pending = isCompleted ? null : await listPending(scope, asked)
  const evidenceOf = await evidenceOfSteps(scope, id, steps)
  const approvals = await approvalsOf(
    scope,
    progress.steps.flatMap(({ sources }) =>
      sources.flatMap((source) => (source.kind === 'evidence' ? source.id : [])),
    ),
  )
  const pieces = steps.flatMap(evidenceOf)
  const counted = (sources: Source[]) =>
    sources.map((source) => ({ ...source, title: titles.get(source.id) ?? null }))
  const read = (step: Step) => {
    const { met = [], ...at } = reached.get(step.stepKey) ?? notBegun
    return {
      ...step,
      completedOn: at.completedOn,
      keptFrom: at.keptFrom,
      after: at.after,
      asks: step.asks.map((ask, position) => ({
        ...ask,
        words: askInWords(ask),
        met: met[position] ?? null,
        trace: met[position] ? STEP_KINDS[ask.kind].trace(met[position]) : null,
      })),
      counted: counted(at.sources),
      pending: pending?.(step.stepKey) ?? [],
      evidence: evidenceOf(step),
      approvals: at.sources.flatMap(({ id: sourceId }) => approvals.get(sourceId) ?? []),
    }
  }
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
    /** What is different about the version from the one before; null of the first. */
    version: { number: path.number, changeNote: path.changeNote },
    requiredSteps: path.requiredSteps,
    ordered: path.ordered,
    parts: path.parts.map((part) =>
      'steps' in part
        ? { group: part.group, steps: part.steps.map(read) }
        : { step: read(part.step) },
    ),
    steps: steps.map(read),
    /** What was done under an earlier version, for steps that this one no longer has. */
    kept: await named(
      scope,
      enrollment.pathwayId,
      progress.kept.map(({ sources, ...step }) => ({ ...step, counted: counted(sources) })),
    ),
  }
}

const notBegun = { completedOn: null, keptFrom: null, after: null, sources: [], met: [] }

/** What is on record of a completed enrollment, whatever would count now. */
function frozen(recorded: RecordedStep[], path: Step[]) {
  const keys = new Set(path.map(({ stepKey }) => stepKey))
  const steps = recorded.map((step) => ({ ...step, after: null, met: [] }))
  const kept = recorded.flatMap(({ stepKey, completedOn, sources, keptFrom }) =>
    keptFrom === null || keys.has(stepKey) ? [] : { stepKey, completedOn, sources, keptFrom },
  )
  return { steps: steps.filter(({ stepKey }) => keys.has(stepKey)), kept }
}

/** The kept steps with the titles they had then. */
async function named<S extends { stepKey: string; keptFrom: number }>(
  scope: Scope,
  pathwayId: string,
  steps: S[],
) {
  const rows = await scope.db
    .select({
      stepKey: pathwaySteps.stepKey,
      title: pathwaySteps.title,
      number: pathwayVersions.number,
    })
    .from(pathwaySteps)
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, pathwaySteps.versionId))
    .where(
      and(
        eq(pathwayVersions.pathwayId, pathwayId),
        inArray(
          pathwaySteps.stepKey,
          steps.map(({ stepKey }) => stepKey),
        ),
      ),
    )
  const titles = new Map(rows.map(({ stepKey, number, title }) => [`${stepKey}/${number}`, title]))
  return steps.map((step) => ({
    ...step,
    title: titles.get(`${step.stepKey}/${step.keptFrom}`) ?? 'A step of before',
  }))
}

async function reviewersOf(scope: Scope) {
  const organizationId = await organizationOn(scope, scope.actor.id, scope.today)
  return organizationId ? listReviewers(scope, organizationId, scope.actor.id) : []
}

/** What has been shown for each step, of those that ask for something to be shown. */
async function evidenceOfSteps(scope: Scope, enrollmentId: string, steps: Step[]) {
  const asksFor = ({ asks }: Step) => asks.some(({ kind }) => kind === 'evidence')
  if (!steps.some(asksFor)) return () => []
  const shownFor = await listEvidenceBySteps(scope, enrollmentId)
  return (step: Step) => (asksFor(step) ? shownFor(step.stepKey) : [])
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
