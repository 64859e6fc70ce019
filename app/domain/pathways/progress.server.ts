import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, exists, inArray, isNull, type SQL } from '#db/query.server'
import {
  enrollments,
  members,
  pathwayAsks,
  pathways,
  pathwaySteps,
  stepCompletions,
} from '#db/schema'
import { newId } from '#db/id'
import { recordMany } from '../events/recording.server'
import type { Scope, WriteScope } from '../scope.server'
import { batchesOf, groupBy } from '../grouping'
import { doneSteps } from './progress'
import { assess, type Assessed, type Standing, type Enrollee } from './standing.server'

/** How many people one round of queries takes. */
export const BATCH = 400

export type OpenEnrollment = Enrollee & Standing & { id: string }

/**
 * Brings the open enrollments of a member up to date with what counts now. Call it in the transaction
 * that made something count, or no longer count. Completed enrollments are never touched.
 */
export async function refreshProgress(scope: WriteScope, memberId: string): Promise<void> {
  await refreshOpen(scope, eq(enrollments.memberId, memberId))
}

/**
 * Brings the open enrollments that fit up to date, in batches.
 *
 * @returns how many there are, and how many of them were not up to date
 */
export async function refreshOpen(scope: WriteScope, which?: SQL) {
  let open = 0
  let changed = 0
  for await (const batch of openInBatches(scope, which)) {
    open += batch.length
    changed += await settle(scope, await assess(scope, batch))
  }
  return { open, changed }
}

/**
 * The open enrollments that fit, as many at a time as one round of queries takes. In between others have
 * their turn, however many there are.
 *
 * @param most how many at most; all when absent
 */
export async function* openInBatches(scope: Scope, which?: SQL, most = Infinity) {
  const found = await scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(and(which, isUnderWay()))
  const all = found.map(({ id }) => id).toSorted()
  for (const ids of batchesOf(all.slice(0, most), BATCH)) {
    await setImmediate()
    const batch = await openEnrollments(scope, inArray(enrollments.id, ids))
    if (batch.length > 0) yield batch
  }
}

/**
 * Writes down how far people are: the steps that are done and no others, what each row says, and what
 * follows where a pathway was completed that other pathways ask for.
 *
 * @returns how many rows were not so already
 */
export async function settle(scope: WriteScope, assessed: Assessed<OpenEnrollment>[]) {
  const touched = await keepSteps(scope, assessed, { follow: false })
  const changed = assessed.filter(({ enrollee, standing }) => keyOf(enrollee) !== keyOf(standing))
  for (const group of groupBy(changed, ({ standing }) => keyOf(standing)).values()) {
    await scope.db
      .update(enrollments)
      .set(group[0]!.standing)
      .where(
        inArray(
          enrollments.id,
          group.map(({ enrollee }) => enrollee.id),
        ),
      )
  }
  await followCompletions(scope, assessed)
  return new Set([...touched, ...changed.map(({ enrollee }) => enrollee.id)]).size
}

/**
 * Keeps on record the steps that are done and no others, and says in the audit trail what changed.
 *
 * @param options.follow whether pathways that ask for a completed one are brought up to date at once
 * @returns the ids of the enrollments whose steps changed
 */
export async function keepSteps(
  scope: WriteScope,
  assessed: Assessed<Enrollee & { id: string }>[],
  { follow = true } = {},
) {
  const changes = assessed.map(changesOf)
  const gone = changes.flatMap(({ undone, outdated }) => [...undone, ...outdated])
  for (const batch of batchesOf(gone, BATCH)) {
    await scope.db.delete(stepCompletions).where(
      inArray(
        stepCompletions.id,
        batch.map(({ id }) => id),
      ),
    )
  }
  const written = changes.flatMap(({ done, renewed }) => [...done, ...renewed])
  await scope.db.insertMany(
    stepCompletions,
    written.map((row) => ({ id: newId(), ...row })),
  )
  const stepsIn = (rows: { enrollmentId: string; stepKey: string }[]) =>
    rows.map(({ enrollmentId, stepKey }) => ({ subjectId: enrollmentId, details: { stepKey } }))
  await recordMany(
    scope,
    'step.reopened',
    changes.flatMap(({ undone }) => stepsIn(undone)),
  )
  await recordMany(
    scope,
    'step.completed',
    changes.flatMap(({ done }) => stepsIn(done)),
  )
  const completed = assessed.filter(({ standing }) => standing.completedOn !== null)
  await recordMany(
    scope,
    'enrollment.completed',
    completed.map(({ enrollee }) => ({
      subjectId: enrollee.id,
      details: { pathwayId: enrollee.pathwayId, memberId: enrollee.memberId },
    })),
  )
  await askForFollowUp(scope, completed)
  if (follow) await followCompletions(scope, assessed)
  return [...gone, ...written].map(({ enrollmentId }) => enrollmentId)
}

/** Notes that what follows from a completion beyond pathways is still to be done. */
async function askForFollowUp(
  scope: WriteScope,
  completed: Pick<Assessed<Enrollee>, 'enrollee'>[],
) {
  if (completed.length === 0) return
  await scope.db
    .update(members)
    .set({ followUpAskedAt: scope.now })
    .where(
      inArray(
        members.id,
        completed.map(({ enrollee }) => enrollee.memberId),
      ),
    )
}

/** What is on record beside what is done, kept steps included. */
function changesOf({ enrollee, progress, recorded }: Assessed<Enrollee & { id: string }>) {
  const known = new Map(recorded.map((row) => [row.stepKey, row]))
  const now = [...doneSteps(progress), ...progress.kept].map((step) => {
    const { stepKey, completedOn, sources, keptFrom } = step
    const row = { enrollmentId: enrollee.id, stepKey, completedOn, sources, keptFrom }
    return { row, before: known.get(stepKey) }
  })
  const keys = new Set(now.map(({ row }) => row.stepKey))
  const changed = now.filter(({ row, before }) => before && proofOf(row) !== proofOf(before))
  return {
    done: now.flatMap(({ row, before }) => (before ? [] : [row])),
    renewed: changed.map(({ row }) => row),
    outdated: changed.map(({ before }) => before!),
    undone: recorded.filter(({ stepKey }) => !keys.has(stepKey)),
  }
}

type Proven = {
  completedOn: string
  keptFrom: number | null
  sources: { kind: string; id: string; minutes?: number }[]
}

const proofOf = ({ completedOn, keptFrom, sources }: Proven) =>
  [
    completedOn,
    keptFrom,
    ...sources.map(({ kind, id, minutes }) => `${kind} ${id} ${minutes ?? ''}`),
  ].join()

/** Who has just completed a pathway has met what other pathways ask for. */
async function followCompletions(
  scope: WriteScope,
  assessed: Pick<Assessed<Enrollee>, 'enrollee' | 'standing'>[],
) {
  const completed = assessed.filter(({ standing }) => standing.completedOn !== null)
  const byPathway = groupBy(completed, ({ enrollee }) => enrollee.pathwayId)
  for (const [pathwayId, those] of byPathway) {
    await refreshOpen(
      scope,
      and(
        inArray(
          enrollments.memberId,
          those.map(({ enrollee }) => enrollee.memberId),
        ),
        exists(
          scope.db
            .select({ id: pathwayAsks.id })
            .from(pathwayAsks)
            .innerJoin(pathwaySteps, eq(pathwaySteps.id, pathwayAsks.stepId))
            .where(
              and(
                eq(pathwayAsks.pathwayId, pathwayId),
                eq(pathwaySteps.versionId, enrollments.versionId),
              ),
            ),
        ),
      ),
    )
  }
}

/** The condition that picks enrollments that are under way. */
export const isUnderWay = () => and(isNull(enrollments.completedOn), isNull(enrollments.endedOn))

/** The first batch of the open enrollments that fit, by id. */
export async function openEnrollments(scope: Scope, which: SQL | undefined) {
  return scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      pathwayId: enrollments.pathwayId,
      versionId: enrollments.versionId,
      validMonths: pathways.validMonths,
      enrolledOn: enrollments.enrolledOn,
      engagedOn: enrollments.engagedOn,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      share: enrollments.share,
      nextStepKey: enrollments.nextStepKey,
      lastStepOn: enrollments.lastStepOn,
      completedOn: enrollments.completedOn,
      expiresOn: enrollments.expiresOn,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(and(which, isUnderWay()))
    .orderBy(asc(enrollments.id))
    .limit(BATCH)
}

const keyOf = (standing: Standing) =>
  [
    standing.stepsCompleted,
    standing.stepsRequired,
    standing.share,
    standing.nextStepKey,
    standing.lastStepOn,
    standing.engagedOn,
    standing.completedOn,
    standing.expiresOn,
  ].join()
