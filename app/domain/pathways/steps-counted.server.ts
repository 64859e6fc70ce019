import { and, asc, desc, eq, isNotNull, isNull, orElse } from '#db/query.server'
import { enrollments, pathways, stepCompletions } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { stepsOf } from './path'
import { progressOf, type Source } from './progress'
import { type Grounds, groundsOf } from './standing.server'
import type { Fact } from './step-kinds/kind'
import { pathsOf, type VersionPath } from './versions.server'

/** A step for which a row of somebody counts. */
export type StepCounted = {
  enrollmentId: string
  pathway: string
  /** Whether the enrollment has a page: one that was renewed has none any more. */
  hasPage: boolean
  stepKey: string
  /** Which of how many it is; null for a step that the pathway no longer has. */
  step: { title: string; number: number; of: number } | null
  /** What the row brings where minutes are asked for, of how many, and how many are there in all. */
  minutes: { brought: number; needed: number; there: number } | null
  /** The day the step was done; null while it is not. */
  completedOn: Day | null
  /** The title of what has to be done before it counts. */
  after: string | null
  /** Whether it counts there once it is approved, and not yet. */
  isExpected: boolean
}

/**
 * The steps for which a row of a member counts, alone or with others: those under way by the nearest due
 * date, then the completed ones as they are on record. The caller has decided who may see them.
 *
 * @param expected what the row will be once it is approved, for one that does not count yet
 */
export async function listStepsCounted(
  scope: Scope,
  memberId: string,
  row: Row,
  expected: Fact | null = null,
): Promise<StepCounted[]> {
  const [open, recorded] = await Promise.all([
    openOf(scope, memberId),
    recordedOf(scope, memberId, row),
  ])
  if (open.length + recorded.length === 0) return []
  const paths = await pathsOf(
    scope,
    [...open, ...recorded].map(({ versionId }) => versionId),
  )
  const underWay = open.map((enrollment) => paths.get(enrollment.versionId)!)
  const grounds = open.length === 0 ? [] : await groundsOf(scope, open, underWay)
  return [
    ...grounds.flatMap((each) =>
      stepsUnderWay(each, paths.get(each.enrollee.versionId)!, row, expected),
    ),
    ...recorded.map((done) => stepOnRecord(done, paths.get(done.versionId)!, row)),
  ]
}

type Row = Pick<Source, 'kind' | 'id'>

function stepsUnderWay(
  { enrollee, facts, kept, span }: Grounds<Open>,
  path: VersionPath,
  row: Row,
  expected: Fact | null,
): StepCounted[] {
  const progress = progressOf(path, expected ? [...facts, expected] : facts, kept, span)
  const titles = titlesIn(path)
  const steps = [
    ...progress.steps,
    ...progress.kept.map((step) => ({ ...step, after: null, met: [] })),
  ]
  return steps
    .filter(({ sources }) => sources.some(is(row)))
    .map(({ stepKey, completedOn, after, met }) => {
      const fitting = met.find(({ sources }) => sources.some(is(row)))
      const brought = fitting?.sources.find(is(row))?.minutes
      return {
        ...placed(enrollee, path, stepKey),
        minutes:
          brought === undefined
            ? null
            : { brought, needed: fitting!.needMinutes, there: fitting!.haveMinutes },
        completedOn: expected ? null : completedOn,
        after: after === null ? null : (titles.get(after) ?? null),
        isExpected: expected !== null,
      }
    })
}

function stepOnRecord(done: Recorded, path: VersionPath, row: Row): StepCounted {
  const { stepKey, sources, completedOn } = done
  const asks = stepsOf(path.parts).find((step) => step.stepKey === stepKey)?.asks ?? []
  const needed = asks.find(({ minutes }) => minutes !== null)?.minutes
  const brought = sources.find(is(row))?.minutes
  const there = sources.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
  return {
    ...placed(done, path, stepKey),
    minutes: brought === undefined || !needed ? null : { brought, needed, there },
    completedOn,
    after: null,
    isExpected: false,
  }
}

function placed({ id, title, endedOn }: Enrollment, path: VersionPath, stepKey: string) {
  const steps = stepsOf(path.parts)
  const at = steps.findIndex((step) => step.stepKey === stepKey)
  return {
    enrollmentId: id,
    pathway: title,
    hasPage: endedOn === null,
    stepKey,
    step: at < 0 ? null : { title: steps[at]!.title, number: at + 1, of: steps.length },
  }
}

const titlesIn = ({ parts }: VersionPath) =>
  new Map(
    parts.flatMap((part): [string, string][] => [
      ...(part.group ? [[part.group.groupKey, part.group.title] as [string, string]] : []),
      ...stepsOf([part]).map(({ stepKey, title }): [string, string] => [stepKey, title]),
    ]),
  )

const is = (row: Row) => (source: Source) => source.kind === row.kind && source.id === row.id

const fields = {
  id: enrollments.id,
  memberId: enrollments.memberId,
  pathwayId: enrollments.pathwayId,
  versionId: enrollments.versionId,
  title: pathways.title,
  validMonths: pathways.validMonths,
  enrolledOn: enrollments.enrolledOn,
  engagedOn: enrollments.engagedOn,
  endedOn: enrollments.endedOn,
}

const openOf = (scope: Scope, memberId: string) =>
  scope.db
    .select(fields)
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(
      and(
        eq(enrollments.memberId, memberId),
        isNull(enrollments.endedOn),
        isNull(enrollments.completedOn),
      ),
    )
    .orderBy(asc(orElse(enrollments.dueOn, '9999-12-31')), asc(enrollments.id))

type Enrollment = Pick<Open, 'id' | 'title' | 'endedOn'>
type Open = Awaited<ReturnType<typeof openOf>>[number]

/** The steps of completed enrollments that rest on a row, the last completed first. */
async function recordedOf(scope: Scope, memberId: string, row: Row) {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      versionId: enrollments.versionId,
      title: pathways.title,
      endedOn: enrollments.endedOn,
      stepKey: stepCompletions.stepKey,
      completedOn: stepCompletions.completedOn,
      sources: stepCompletions.sources,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .innerJoin(stepCompletions, eq(stepCompletions.enrollmentId, enrollments.id))
    .where(and(eq(enrollments.memberId, memberId), isNotNull(enrollments.completedOn)))
    .orderBy(desc(orElse(enrollments.completedOn, '0001-01-01')), asc(stepCompletions.id))
  return rows.filter(({ sources }) => sources.some(is(row)))
}

type Recorded = Awaited<ReturnType<typeof recordedOf>>[number]
