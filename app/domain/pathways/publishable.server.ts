import { and, eq, isNotNull, ne } from '#db/query.server'
import { pathwayAsks, pathways, pathwaySteps, pathwayVersions } from '#db/schema'
import { Invalid } from '../errors'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import { stepsOf } from './path'
import { isUndecided } from './step-kinds'
import type { VersionPath } from './versions.server'

type Pathway = { id: string; title: string }

/**
 * Whether a version can be completed by somebody, and asks for nothing that is not there.
 *
 * @throws Invalid that says what to change
 */
export async function checkPublishable(scope: Scope, pathway: Pathway, path: VersionPath) {
  const steps = stepsOf(path.parts)
  if (steps.length === 0) throw new Invalid(null, 'Add at least one step before you publish.')
  checkTerms(path)
  const open = steps.find(isUndecided)
  if (open) {
    throw new Invalid(null, `“${open.title}” does not say yet what it asks for. Choose that first.`)
  }
  const gone = steps.find(({ asks }) => asks.some(({ isGone }) => isGone))
  if (gone) {
    throw new Invalid(
      null,
      `“${gone.title}” asks for something that is no longer in the catalog. Change that step first.`,
    )
  }
  await checkCircles(scope, pathway, path)
}

function checkTerms({ requiredSteps, ordered, parts }: VersionPath) {
  if ((requiredSteps ?? 0) > parts.length) {
    throw new Invalid(
      'requiredSteps',
      `It asks for ${requiredSteps} parts and has ${parts.length}. Add some, or ask for fewer.`,
    )
  }
  if (ordered && (requiredSteps ?? parts.length) < parts.length) {
    throw new Invalid(
      'requiredSteps',
      'Where the order counts, all parts are asked for. Leave the number empty; or leave the order free, and put the steps that need an order into a group of their own.',
    )
  }
  for (const part of parts) {
    if (!('steps' in part)) continue
    const { title, requiredSteps: required, ordered: isOrdered } = part.group
    const there = part.steps.length
    if (there === 0) {
      throw new Invalid(null, `“${title}” has no step. Move one into it, or take it apart.`)
    }
    if ((required ?? 0) > there) {
      const message = `“${title}” asks for ${required} steps and has ${there}. Add some, or ask for fewer.`
      throw new Invalid(null, message)
    }
    if (isOrdered && (required ?? there) < there) {
      throw new Invalid(
        null,
        `“${title}” asks for some of its steps in an order. Ask for all of them; or leave the order free, and put the steps that need an order into a group of their own.`,
      )
    }
  }
}

/** Refuses pathways that ask for each other, for nobody could complete one of them first. */
async function checkCircles(scope: Scope, pathway: Pathway, path: VersionPath) {
  const asked = stepsOf(path.parts).flatMap(({ asks }) =>
    asks.flatMap((ask) => ask.pathwayId ?? []),
  )
  if (asked.length === 0) return
  if (asked.includes(pathway.id)) {
    throw new Invalid(null, `“${pathway.title}” asks for itself. Change that step first.`)
  }
  const { asks, titles } = await publishedAsks(scope)
  const reached = new Set<string>()
  const trail = (from: string): string[] | null => {
    if (from === pathway.id) return []
    if (reached.has(from)) return null
    reached.add(from)
    for (const next of asks.get(from) ?? []) {
      const rest = trail(next)
      if (rest) return [from, ...rest]
    }
    return null
  }
  for (const first of asked) {
    const circle = trail(first)
    if (!circle) continue
    const names = circle.map((id) => `“${titles.get(id)}”`).join(', which asks for ')
    throw new Invalid(
      null,
      `“${pathway.title}” asks for ${names}, which asks for “${pathway.title}” again: nobody could complete one of them first. Change that step.`,
    )
  }
}

/** Which pathways the newest published version of each pathway asks for. */
async function publishedAsks(scope: Scope) {
  const rows = await scope.db
    .select({
      pathwayId: pathways.id,
      title: pathways.title,
      number: pathwayVersions.number,
      asked: pathwayAsks.pathwayId,
    })
    .from(pathwayVersions)
    .innerJoin(pathways, eq(pathways.id, pathwayVersions.pathwayId))
    .leftJoin(pathwaySteps, eq(pathwaySteps.versionId, pathwayVersions.id))
    .leftJoin(
      pathwayAsks,
      and(eq(pathwayAsks.stepId, pathwaySteps.id), isNotNull(pathwayAsks.pathwayId))!,
    )
    .where(and(isNotNull(pathwayVersions.publishedAt), ne(pathways.status, 'retired')))
  const byPathway = groupBy(rows, ({ pathwayId }) => pathwayId)
  const asks = new Map(
    [...byPathway].map(([id, those]) => {
      const newest = Math.max(...those.map(({ number }) => number))
      const asked = those.flatMap((row) => (row.number === newest ? (row.asked ?? []) : []))
      return [id, [...new Set(asked)]] as const
    }),
  )
  return { asks, titles: new Map(rows.map(({ pathwayId, title }) => [pathwayId, title])) }
}
