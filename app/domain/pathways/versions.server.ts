import { and, asc, desc, eq, inArray, isNotNull, isNull } from '#db/query.server'
import { achievements, courses, pathwaySteps, pathwayVersions } from '#db/schema'
import type { Scope } from '../scope.server'
import { groupBy } from '../grouping'

const ruleFields = {
  versionId: pathwaySteps.versionId,
  stepKey: pathwaySteps.stepKey,
  position: pathwaySteps.position,
  kind: pathwaySteps.kind,
  title: pathwaySteps.title,
  courseId: pathwaySteps.courseId,
  achievementId: pathwaySteps.achievementId,
  competency: pathwaySteps.competency,
  minutes: pathwaySteps.minutes,
}

/** The rules of the steps of some versions, by version, each in its order. */
export async function stepRulesOf(scope: Scope, versionIds: string[]) {
  const rows = await scope.db
    .select(ruleFields)
    .from(pathwaySteps)
    .where(inArray(pathwaySteps.versionId, [...new Set(versionIds)]))
    .orderBy(asc(pathwaySteps.position), asc(pathwaySteps.id))
  return groupBy(rows, ({ versionId }) => versionId)
}

export type Step = Awaited<ReturnType<typeof listSteps>>[number]

/** The steps of a version as people read them, in their order. */
export async function listSteps(scope: Scope, versionId: string) {
  return scope.db
    .select({
      ...ruleFields,
      id: pathwaySteps.id,
      instructions: pathwaySteps.instructions,
      course: courses.title,
      achievement: achievements.title,
    })
    .from(pathwaySteps)
    .leftJoin(courses, eq(courses.id, pathwaySteps.courseId))
    .leftJoin(achievements, eq(achievements.id, pathwaySteps.achievementId))
    .where(eq(pathwaySteps.versionId, versionId))
    .orderBy(asc(pathwaySteps.position), asc(pathwaySteps.id))
}

export type Version = NonNullable<Awaited<ReturnType<typeof findDraft>>>

const versionFields = {
  id: pathwayVersions.id,
  number: pathwayVersions.number,
  requiredSteps: pathwayVersions.requiredSteps,
  publishedAt: pathwayVersions.publishedAt,
}

/** The version that is being built, if there is one. */
export async function findDraft(scope: Scope, pathwayId: string) {
  const [version] = await scope.db
    .select(versionFields)
    .from(pathwayVersions)
    .where(and(eq(pathwayVersions.pathwayId, pathwayId), isNull(pathwayVersions.publishedAt)))
    .orderBy(desc(pathwayVersions.number))
    .limit(1)
  return version ?? null
}

/** The version that enrollments follow: the newest published one. */
export async function findPublished(scope: Scope, pathwayId: string) {
  const [version] = await scope.db
    .select(versionFields)
    .from(pathwayVersions)
    .where(and(eq(pathwayVersions.pathwayId, pathwayId), isNotNull(pathwayVersions.publishedAt)))
    .orderBy(desc(pathwayVersions.number))
    .limit(1)
  return version ?? null
}
