import { and, inArray, isNotNull, maxOf } from '#db/query.server'
import { enrollments, stepCompletions } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { loadFacts } from './facts.server'
import { groupBy } from './grouping'
import { countsFrom, expiryOf, type Progress, progressOf } from './progress'
import { stepRulesOf } from './versions.server'

/** Somebody on a version of a pathway, with or without a row that says so. */
export type Walker = {
  /** The enrollment, null before there is one. */
  id: string | null
  memberId: string
  pathwayId: string
  versionId: string
  requiredSteps: number | null
  validMonths: number | null
  enrolledOn: Day
  engagedOn: Day | null
}

/** What an enrollment row says of progress. */
export type Standing = {
  stepsCompleted: number
  stepsRequired: number
  engagedOn: Day | null
  completedOn: Day | null
  expiresOn: Day | null
}

export type Assessed<W extends Walker> = {
  walker: W
  progress: Progress
  /** The keys of the steps that were done before. */
  keptKeys: Set<string>
  standing: Standing
}

/**
 * How far some people are, in a handful of queries however many they are. What became true today is
 * dated today, so that a report as of an earlier day stays the same; the proof keeps its own day.
 *
 * @param walkers at most 400
 */
export async function assess<W extends Walker>(scope: Scope, walkers: W[]) {
  const memberIds = [...new Set(walkers.map(({ memberId }) => memberId))]
  const rules = await stepRulesOf(
    scope,
    walkers.map(({ versionId }) => versionId),
  )
  const factsOf = await loadFacts(scope, memberIds, [...rules.values()].flat())
  const keptOf = await keptSteps(scope, walkers)
  const completedBefore = await completionsBefore(scope, walkers, memberIds)

  return walkers.map((walker): Assessed<W> => {
    const kept = keptOf(walker.id)
    const progress = progressOf(
      rules.get(walker.versionId) ?? [],
      walker.requiredSteps,
      factsOf(walker.memberId),
      kept,
      countsFrom({ ...walker, completedBefore: completedBefore(walker) }),
    )
    const standing = standingOf(walker, progress, scope.today)
    return { walker, progress, keptKeys: new Set(kept.keys()), standing }
  })
}

function standingOf(walker: Walker, progress: Progress, today: Day): Standing {
  const { completed, required, engaged, provenOn } = progress
  return {
    stepsCompleted: completed,
    stepsRequired: required,
    engagedOn: walker.engagedOn ?? (engaged ? today : null),
    completedOn: provenOn && today,
    expiresOn: provenOn && expiryOf(provenOn, walker.validMonths),
  }
}

async function keptSteps(scope: Scope, walkers: Walker[]) {
  const ids = walkers.flatMap(({ id }) => id ?? [])
  const rows =
    ids.length === 0
      ? []
      : await scope.db
          .select({
            enrollmentId: stepCompletions.enrollmentId,
            stepKey: stepCompletions.stepKey,
            completedOn: stepCompletions.completedOn,
            sources: stepCompletions.sources,
          })
          .from(stepCompletions)
          .where(inArray(stepCompletions.enrollmentId, ids))
  const byEnrollment = groupBy(rows, ({ enrollmentId }) => enrollmentId)
  return (id: string | null) =>
    new Map((byEnrollment.get(id ?? '') ?? []).map((row) => [row.stepKey, row]))
}

/** When they completed the pathway the last time, for those who start again. */
async function completionsBefore(scope: Scope, walkers: Walker[], memberIds: string[]) {
  const lapsing = walkers.filter(({ validMonths }) => validMonths !== null)
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
  return ({ memberId, pathwayId }: Walker) => known.get(`${memberId}/${pathwayId}`) ?? null
}
