import { and, inArray, isNotNull, maxOf } from '#db/query.server'
import { enrollments, stepCompletions } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { loadFacts } from './facts.server'
import { groupBy } from '../grouping'
import { countsFrom, expiryOf, type Progress, progressOf } from './progress'
import { stepRulesOf } from './versions.server'

/** Somebody on a version of a pathway, with or without a row that says so. */
export type Enrollee = {
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

export type Assessed<E extends Enrollee> = {
  enrollee: E
  progress: Progress
  /** The keys of the steps that were done before. */
  keptKeys: Set<string>
  standing: Standing
}

/**
 * How far some people are, in a handful of queries however many they are. What became true today is
 * dated today, so that a report as of an earlier day stays the same; the proof keeps its own day.
 *
 * @param enrollees at most 400
 */
export async function assess<E extends Enrollee>(scope: Scope, enrollees: E[]) {
  const memberIds = [...new Set(enrollees.map(({ memberId }) => memberId))]
  const rules = await stepRulesOf(
    scope,
    enrollees.map(({ versionId }) => versionId),
  )
  const factsOf = await loadFacts(scope, memberIds, [...rules.values()].flat())
  const keptOf = await keptSteps(scope, enrollees)
  const completedBefore = await completionsBefore(scope, enrollees, memberIds)

  return enrollees.map((enrollee): Assessed<E> => {
    const kept = keptOf(enrollee.id)
    const progress = progressOf(
      rules.get(enrollee.versionId) ?? [],
      enrollee.requiredSteps,
      factsOf(enrollee.memberId),
      kept,
      countsFrom({ ...enrollee, completedBefore: completedBefore(enrollee) }),
    )
    const standing = standingOf(enrollee, progress, scope.today)
    return { enrollee, progress, keptKeys: new Set(kept.keys()), standing }
  })
}

function standingOf(enrollee: Enrollee, progress: Progress, today: Day): Standing {
  const { completed, required, engaged, provenOn } = progress
  return {
    stepsCompleted: completed,
    stepsRequired: required,
    engagedOn: enrollee.engagedOn ?? (engaged ? today : null),
    completedOn: provenOn && today,
    expiresOn: provenOn && expiryOf(provenOn, enrollee.validMonths),
  }
}

async function keptSteps(scope: Scope, enrollees: Enrollee[]) {
  const ids = enrollees.flatMap(({ id }) => id ?? [])
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
