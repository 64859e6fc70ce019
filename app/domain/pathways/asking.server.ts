import { and, eq, inArray, isNotNull, maxOf, ne } from '#db/query.server'
import { pathwayAsks, pathways, pathwaySteps, pathwayVersions } from '#db/schema'
import type { Scope } from '../scope.server'

/** The title of a pathway that asks for a course, a badge or another pathway, in the version that holds or is being built. */
export async function findPathwayAsking(
  scope: Scope,
  what: { courseId: string } | { achievementId: string } | { pathwayId: string },
) {
  const asking = await scope.db
    .select({
      id: pathways.id,
      title: pathways.title,
      number: pathwayVersions.number,
      publishedAt: pathwayVersions.publishedAt,
    })
    .from(pathwayAsks)
    .innerJoin(pathwaySteps, eq(pathwaySteps.id, pathwayAsks.stepId))
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, pathwaySteps.versionId))
    .innerJoin(pathways, eq(pathways.id, pathwayVersions.pathwayId))
    .where(and(askingFor(what), ne(pathways.status, 'retired')))
  const newest = await newestPublished(
    scope,
    asking.map(({ id }) => id),
  )
  return asking.find(
    ({ id, number, publishedAt }) => publishedAt === null || number === newest.get(id),
  )?.title
}

function askingFor(what: Parameters<typeof findPathwayAsking>[1]) {
  if ('courseId' in what) return eq(pathwayAsks.courseId, what.courseId)
  if ('achievementId' in what) return eq(pathwayAsks.achievementId, what.achievementId)
  return eq(pathwayAsks.pathwayId, what.pathwayId)
}

async function newestPublished(scope: Scope, pathwayIds: string[]) {
  const rows = await scope.db
    .select({ pathwayId: pathwayVersions.pathwayId, number: maxOf(pathwayVersions.number) })
    .from(pathwayVersions)
    .where(
      and(inArray(pathwayVersions.pathwayId, pathwayIds), isNotNull(pathwayVersions.publishedAt)),
    )
    .groupBy(pathwayVersions.pathwayId)
  return new Map(rows.map(({ pathwayId, number }) => [pathwayId, number]))
}
