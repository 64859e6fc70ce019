import { and, eq, inArray, isNotNull, maxOf, ne } from '#db/query.server'
import { pathways, pathwaySteps, pathwayVersions } from '#db/schema'
import type { Scope } from '../scope.server'

/** The title of a pathway that asks for a course or a badge, in the version that holds or is being built. */
export async function findPathwayAsking(
  scope: Scope,
  what: { courseId: string } | { achievementId: string },
) {
  const asking = await scope.db
    .select({
      id: pathways.id,
      title: pathways.title,
      number: pathwayVersions.number,
      publishedAt: pathwayVersions.publishedAt,
    })
    .from(pathwaySteps)
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, pathwaySteps.versionId))
    .innerJoin(pathways, eq(pathways.id, pathwayVersions.pathwayId))
    .where(
      and(
        'courseId' in what
          ? eq(pathwaySteps.courseId, what.courseId)
          : eq(pathwaySteps.achievementId, what.achievementId),
        ne(pathways.status, 'retired'),
      ),
    )
  const newest = await newestPublished(
    scope,
    asking.map(({ id }) => id),
  )
  return asking.find(
    ({ id, number, publishedAt }) => publishedAt === null || number === newest.get(id),
  )?.title
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
