import {
  and,
  asc,
  count,
  eq,
  flagOf,
  inArray,
  isNotNull,
  laterOf,
  minOfAll,
  sumOf,
} from '#db/query.server'
import { enrollments, pathwaySteps, pathwayVersions } from '#db/schema'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import { waitsForUs } from './blocked-where.server'
import { enrolledWhere, isOpen, lastStepOn, stepStoodAt, type Which } from './enrolled-where.server'

/** Those who stand at one step. */
export type StepStoodAt = {
  stepKey: string
  /** As in the newest version that has it. */
  title: string
  /** Counted from 1 there. */
  number: number
  people: number
  /** How many of them wait for a decision. */
  waiting: number
  /** Since when the one stands there who stands there longest. */
  since: string
}

/**
 * At which step those stand who are under way: the first that is not done. In the order of the steps,
 * and only the steps at which anybody stands.
 */
export async function listStepsStoodAt(scope: Scope, which: Which): Promise<StepStoodAt[]> {
  const standings = scope.db
    .select({
      stepKey: stepStoodAt(scope).as('stood_at'),
      lastOn: lastStepOn(scope).as('last_on'),
      enrolledOn: enrollments.enrolledOn,
      waiting: flagOf(waitsForUs(scope)).as('waits'),
    })
    .from(enrollments)
    .where(and(enrolledWhere(scope, which), isOpen))
    .as('standings')
  const rows = await scope.db
    .selectFrom(standings, {
      stepKey: standings.stepKey,
      people: count(),
      waiting: sumOf(standings.waiting),
      since: minOfAll(laterOf(standings.lastOn, standings.enrolledOn)),
    })
    .groupBy(() => standings.stepKey)
  const titles = await titlesOfSteps(
    scope,
    rows.flatMap(({ stepKey }) => stepKey ?? []),
  )
  return rows
    .flatMap(({ stepKey, since, ...row }) => {
      const named = stepKey === null ? undefined : titles.get(stepKey)
      return stepKey !== null && named && since !== null
        ? [{ stepKey, since, ...named, ...row }]
        : []
    })
    .sort((a, b) => a.number - b.number || (a.stepKey < b.stepKey ? -1 : 1))
}

/** What some steps are called in the newest version that has each, and which number they have there. */
export async function titlesOfSteps(scope: Scope, stepKeys: string[]) {
  const withThem = scope.db
    .select({ versionId: pathwaySteps.versionId })
    .from(pathwaySteps)
    .where(inArray(pathwaySteps.stepKey, stepKeys))
  const rows = await scope.db
    .select({
      versionId: pathwaySteps.versionId,
      stepKey: pathwaySteps.stepKey,
      title: pathwaySteps.title,
    })
    .from(pathwaySteps)
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, pathwaySteps.versionId))
    .where(and(inArray(pathwaySteps.versionId, withThem), isNotNull(pathwayVersions.publishedAt)))
    .orderBy(asc(pathwayVersions.number), asc(pathwaySteps.position), asc(pathwaySteps.id))
  const versions = groupBy(rows, ({ versionId }) => versionId)
  return new Map(
    [...versions.values()].flatMap((steps) =>
      steps.map(({ stepKey, title }, index) => [stepKey, { title, number: index + 1 }] as const),
    ),
  )
}
