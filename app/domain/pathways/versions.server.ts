import { and, asc, desc, eq, inArray, isNotNull, isNull } from '#db/query.server'
import {
  achievements,
  courses,
  pathwayAsks,
  pathwayGroups,
  pathways,
  pathwaySteps,
  pathwayVersions,
} from '#db/schema'
import type { Scope } from '../scope.server'
import { groupBy } from '../grouping'
import { partsOf, type Path } from './path'
import type { NamedAsk } from './step-kinds/kind'

export type StepAsk = NamedAsk & {
  id: string
  position: number
  /** What it names can no longer be asked for. */
  isGone: boolean
}

export type Step = Awaited<ReturnType<typeof stepsIn>>[number]
export type Group = Awaited<ReturnType<typeof groupsIn>>[number]

/** A version of a pathway as it is read, and as progress reads it. */
export type VersionPath = Path<Step, Group> & { number: number; changeNote: string | null }

/** Some versions with their steps and groups in order, by the id of the version. */
export async function pathsOf(scope: Scope, versionIds: string[]) {
  const ids = [...new Set(versionIds)]
  const versions = await scope.db
    .select(versionFields)
    .from(pathwayVersions)
    .where(inArray(pathwayVersions.id, ids))
  const groups = await groupsIn(scope, ids)
  const steps = await stepsIn(scope, ids)
  const groupsOf = groupBy(groups, ({ versionId }) => versionId)
  const stepsOf = groupBy(steps, ({ versionId }) => versionId)
  return new Map(
    versions.map(({ id, number, requiredSteps, ordered, changeNote }): [string, VersionPath] => [
      id,
      {
        number,
        changeNote,
        requiredSteps,
        ordered,
        parts: partsOf(groupsOf.get(id) ?? [], stepsOf.get(id) ?? []),
      },
    ]),
  )
}

/** One version with its steps and groups in order. */
export async function pathOf(scope: Scope, versionId: string): Promise<VersionPath> {
  const paths = await pathsOf(scope, [versionId])
  return paths.get(versionId)!
}

async function groupsIn(scope: Scope, versionIds: string[]) {
  return scope.db
    .select({
      id: pathwayGroups.id,
      versionId: pathwayGroups.versionId,
      groupKey: pathwayGroups.groupKey,
      position: pathwayGroups.position,
      title: pathwayGroups.title,
      requiredSteps: pathwayGroups.requiredSteps,
      ordered: pathwayGroups.ordered,
    })
    .from(pathwayGroups)
    .where(inArray(pathwayGroups.versionId, versionIds))
}

async function stepsIn(scope: Scope, versionIds: string[]) {
  const asks = await asksIn(scope, versionIds)
  const rows = await scope.db
    .select({
      id: pathwaySteps.id,
      versionId: pathwaySteps.versionId,
      stepKey: pathwaySteps.stepKey,
      groupKey: pathwaySteps.groupKey,
      position: pathwaySteps.position,
      title: pathwaySteps.title,
      instructions: pathwaySteps.instructions,
      weight: pathwaySteps.weight,
      allowedDays: pathwaySteps.allowedDays,
    })
    .from(pathwaySteps)
    .where(inArray(pathwaySteps.versionId, versionIds))
  return rows.map((step) => ({ ...step, asks: asks.get(step.id) ?? [] }))
}

async function asksIn(scope: Scope, versionIds: string[]) {
  const rows = await scope.db
    .select({
      id: pathwayAsks.id,
      stepId: pathwayAsks.stepId,
      position: pathwayAsks.position,
      kind: pathwayAsks.kind,
      courseId: pathwayAsks.courseId,
      achievementId: pathwayAsks.achievementId,
      pathwayId: pathwayAsks.pathwayId,
      goalKind: pathwayAsks.goalKind,
      competencies: pathwayAsks.competencies,
      minutes: pathwayAsks.minutes,
      rubric: pathwayAsks.rubric,
      course: courses.title,
      courseRetiredAt: courses.retiredAt,
      achievement: achievements.title,
      achievementRetiredAt: achievements.retiredAt,
      pathway: pathways.title,
      pathwayStatus: pathways.status,
    })
    .from(pathwayAsks)
    .innerJoin(pathwaySteps, eq(pathwaySteps.id, pathwayAsks.stepId))
    .leftJoin(courses, eq(courses.id, pathwayAsks.courseId))
    .leftJoin(achievements, eq(achievements.id, pathwayAsks.achievementId))
    .leftJoin(pathways, eq(pathways.id, pathwayAsks.pathwayId))
    .where(inArray(pathwaySteps.versionId, versionIds))
    .orderBy(asc(pathwayAsks.position), asc(pathwayAsks.id))
  const asks = rows.map(({ courseRetiredAt, achievementRetiredAt, pathwayStatus, ...ask }) => ({
    ...ask,
    isGone:
      courseRetiredAt !== null || achievementRetiredAt !== null || pathwayStatus === 'retired',
  }))
  const byStep = groupBy(asks, ({ stepId }) => stepId)
  return new Map(
    [...byStep].map(([stepId, those]): [string, StepAsk[]] => [
      stepId,
      those.map(({ stepId: _, ...ask }) => ask),
    ]),
  )
}

export type Version = NonNullable<Awaited<ReturnType<typeof findDraft>>>

const versionFields = {
  id: pathwayVersions.id,
  number: pathwayVersions.number,
  requiredSteps: pathwayVersions.requiredSteps,
  ordered: pathwayVersions.ordered,
  changeNote: pathwayVersions.changeNote,
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

export type VersionInUse = { versionId: string; validMonths: number | null }

/** The newest versions of those of some pathways that are published and not retired, by the pathway. */
export async function versionsInUse(scope: Scope, pathwayIds: string[]) {
  const rows = await scope.db
    .select({
      pathwayId: pathwayVersions.pathwayId,
      versionId: pathwayVersions.id,
      validMonths: pathways.validMonths,
    })
    .from(pathwayVersions)
    .innerJoin(pathways, eq(pathways.id, pathwayVersions.pathwayId))
    .where(
      and(
        inArray(pathwayVersions.pathwayId, pathwayIds),
        isNotNull(pathwayVersions.publishedAt),
        eq(pathways.status, 'published'),
      ),
    )
    .orderBy(asc(pathwayVersions.number))
  return new Map(
    rows.map(({ pathwayId, ...version }): [string, VersionInUse] => [pathwayId, version]),
  )
}
