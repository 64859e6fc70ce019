import { eq } from '#db/query.server'
import { pathways } from '#db/schema'
import { type Day, termEnds } from '../calendar'
import { NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { countAudience } from './audience.server'
import { requireOrganization } from './queries.server'

/** So many days the trend has: the ends of terms, and the day itself. */
const DAYS_SHOWN = 6

export type ReadinessTrend = Awaited<ReturnType<typeof readinessTrend>>

/**
 * How many of the audience of a pathway had completed it, and were current, at the end of each term until
 * a day; each with the audience of its own day.
 *
 * @throws NotFound when the actor may not look into the organization, or the pathway is not there
 */
export async function readinessTrend(
  scope: Scope,
  asked: { organizationId: string; pathwayId: string; asOf: Day },
) {
  authorize(scope.actor, 'readiness.view')
  const { pathwayId, asOf } = asked
  const { path, name } = await requireOrganization(scope, asked.organizationId)
  const [pathway] = await scope.db
    .select({ id: pathways.id, title: pathways.title })
    .from(pathways)
    .where(eq(pathways.id, pathwayId))
  if (!pathway) throw new NotFound('No pathway.')
  const days = termEnds(asOf, scope.district.schoolYearStartsOn, DAYS_SHOWN)
  const points = await scope.db.keepUntilWritten(
    `readiness trend/${pathwayId}/${path}/${asOf}`,
    async () => {
      const made = []
      for (const day of days) {
        const [counts] = await countAudience(scope, day, {
          pathwayId,
          by: 'district',
          within: path,
        })
        const { audience = 0, demonstrated = 0, current = 0 } = counts ?? {}
        made.push({ asOf: day, audience, demonstrated, current })
      }
      return made
    },
  )
  return { pathway, organization: name, points }
}
