import { and, asc, desc, inArray, isNotNull, maxOf } from '#db/query.server'
import { enrollments, keptSteps, stepCompletions } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { groupBy } from '../grouping'
import { stepsOf } from './path'
import {
  countsFrom,
  doneSteps,
  expiryOf,
  type Fact,
  type KeptStep,
  type Progress,
  progressOf,
  type Source,
  type Span,
} from './progress'
import { countingNow, loadFacts } from './step-kinds/registry.server'
import { pathsOf, type VersionPath } from './versions.server'

/** Somebody on a version of a pathway, with or without a row that says so. */
export type Enrollee = {
  /** The enrollment, null before there is one. */
  id: string | null
  memberId: string
  pathwayId: string
  versionId: string
  validMonths: number | null
  enrolledOn: Day
  engagedOn: Day | null
}

/** What an enrollment row says of progress. */
export type Standing = {
  stepsCompleted: number
  stepsRequired: number
  share: number
  /** The step that comes next; null once it is completed. */
  nextStepKey: string | null
  /** The day the newest step was done, kept steps included. */
  lastStepOn: Day | null
  engagedOn: Day | null
  completedOn: Day | null
  expiresOn: Day | null
}

/** A step that an enrollment has on record as done. */
export type RecordedStep = {
  id: string
  enrollmentId: string
  stepKey: string
  completedOn: Day
  sources: Source[]
  keptFrom: number | null
}

export type Assessed<E extends Enrollee> = {
  enrollee: E
  path: VersionPath
  progress: Progress
  /** What is on record as done, kept steps included. */
  recorded: RecordedStep[]
  standing: Standing
}

/** What it takes to say how far somebody is, on whichever version. */
export type Grounds<E extends Enrollee> = {
  enrollee: E
  facts: Fact[]
  span: Span
  /** The steps that stay done whatever the version says, by their keys. */
  kept: Map<string, KeptStep>
  recorded: RecordedStep[]
}

/**
 * How far some people are, in a handful of queries however many they are. What became true today is
 * dated today, so that a report as of an earlier day stays the same; the proof keeps its own day.
 *
 * @param enrollees at most 400
 * @param known the versions they are on, where they have been read
 */
export async function assess<E extends Enrollee>(
  scope: Scope,
  enrollees: E[],
  known?: Map<string, VersionPath>,
) {
  const paths = known ?? (await pathsOf(scope, versionIdsOf(enrollees)))
  const grounds = await groundsOf(scope, enrollees, [...paths.values()])
  return grounds.map((each): Assessed<E> => {
    const { enrollee, recorded } = each
    const path = paths.get(enrollee.versionId)!
    const progress = progressOf(path, each.facts, each.kept, each.span)
    const standing = standingOf(enrollee, progress, scope.today)
    return { enrollee, path, progress, recorded, standing }
  })
}

/** Everything of some people that counts on some versions. @param enrollees at most 400 */
export async function groundsOf<E extends Enrollee>(
  scope: Scope,
  enrollees: E[],
  paths: VersionPath[],
) {
  const memberIds = [...new Set(enrollees.map(({ memberId }) => memberId))]
  const factsOf = await loadFacts(scope, memberIds, askedIn(paths))
  const keptOf = await keptNow(scope, enrollees)
  const recordedOf = await recordedSteps(scope, enrollees)
  const completedBefore = await completionsBefore(scope, enrollees, memberIds)
  return enrollees.map((enrollee): Grounds<E> => ({
    enrollee,
    facts: factsOf(enrollee.memberId),
    span: {
      from: countsFrom({ ...enrollee, completedBefore: completedBefore(enrollee) }),
      enrolledOn: enrollee.enrolledOn,
    },
    kept: keptOf(enrollee.id),
    recorded: recordedOf(enrollee.id),
  }))
}

/** Everything that some versions ask for. */
export const askedIn = (paths: VersionPath[]) =>
  paths
    .flatMap(({ parts }) => stepsOf(parts))
    .flatMap(({ stepKey, asks }) => asks.map((ask) => ({ stepKey, ask })))

const versionIdsOf = (enrollees: Enrollee[]) => enrollees.map(({ versionId }) => versionId)

/** What a row says of somebody who is so far. */
export function standingOf(enrollee: Enrollee, progress: Progress, today: Day): Standing {
  const { completed, required, share, engaged, provenOn, next } = progress
  const done = [...doneSteps(progress), ...progress.kept]
  return {
    stepsCompleted: completed,
    stepsRequired: required,
    share,
    nextStepKey: next,
    lastStepOn:
      done
        .map(({ completedOn }) => completedOn)
        .toSorted()
        .at(-1) ?? null,
    engagedOn: enrollee.engagedOn ?? (engaged ? today : null),
    completedOn: provenOn && today,
    expiresOn: provenOn && expiryOf(provenOn, enrollee.validMonths),
  }
}

/**
 * The kept steps that count at present: those of which nothing they rest on was taken back. Of a step that
 * was kept more than once the first that counts.
 */
async function keptNow(scope: Scope, enrollees: Enrollee[]) {
  const ids = enrollees.flatMap(({ id }) => id ?? [])
  const rows =
    ids.length === 0
      ? []
      : await scope.db
          .select({
            enrollmentId: keptSteps.enrollmentId,
            stepKey: keptSteps.stepKey,
            completedOn: keptSteps.completedOn,
            sources: keptSteps.sources,
            keptFrom: keptSteps.keptFrom,
          })
          .from(keptSteps)
          .where(inArray(keptSteps.enrollmentId, ids))
          .orderBy(desc(keptSteps.keptFrom), asc(keptSteps.id))
  const counting = await countingNow(
    scope,
    rows.flatMap(({ sources }) => sources),
  )
  const standing = rows.filter(({ sources }) => sources.every(({ id }) => counting.has(id)))
  const byEnrollment = groupBy(standing, ({ enrollmentId }) => enrollmentId)
  return (id: string | null) =>
    new Map(
      (byEnrollment.get(id ?? '') ?? []).map(
        ({ stepKey, enrollmentId: _, ...step }): [string, KeptStep] => [stepKey, step],
      ),
    )
}

async function recordedSteps(scope: Scope, enrollees: Enrollee[]) {
  const ids = enrollees.flatMap(({ id }) => id ?? [])
  const rows =
    ids.length === 0
      ? []
      : await scope.db
          .select({
            id: stepCompletions.id,
            enrollmentId: stepCompletions.enrollmentId,
            stepKey: stepCompletions.stepKey,
            completedOn: stepCompletions.completedOn,
            sources: stepCompletions.sources,
            keptFrom: stepCompletions.keptFrom,
          })
          .from(stepCompletions)
          .where(inArray(stepCompletions.enrollmentId, ids))
  const byEnrollment = groupBy(rows, ({ enrollmentId }) => enrollmentId)
  return (id: string | null) => byEnrollment.get(id ?? '') ?? []
}

/** When they completed the pathway the last time, for those who start again. */
async function completionsBefore(scope: Scope, enrollees: Enrollee[], memberIds: string[]) {
  const lapsing = enrollees.filter(({ validMonths }) => validMonths !== null)
  const pathwayIds = [...new Set(lapsing.map(({ pathwayId }) => pathwayId))]
  const rows =
    pathwayIds.length === 0
      ? []
      : await scope.db
          .select({
            memberId: enrollments.memberId,
            pathwayId: enrollments.pathwayId,
            completedOn: maxOf(enrollments.completedOn),
          })
          .from(enrollments)
          .where(
            and(
              inArray(enrollments.memberId, memberIds),
              inArray(enrollments.pathwayId, pathwayIds),
              isNotNull(enrollments.completedOn),
              isNotNull(enrollments.endedOn),
            ),
          )
          .groupBy(enrollments.memberId, enrollments.pathwayId)
  const known = new Map(rows.map((row) => [`${row.memberId}/${row.pathwayId}`, row.completedOn]))
  return ({ memberId, pathwayId }: Enrollee) => known.get(`${memberId}/${pathwayId}`) ?? null
}
