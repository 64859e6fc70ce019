import { desc } from '#db/query.server'
import { districtMonths } from '#db/schema'
import { STATES } from '../people/states'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { meanMinutesOf, publish, shareOf } from './published'

/**
 * What the state sees of this district: the published values of each closed month, the newest first.
 *
 * @throws Forbidden
 */
export async function seenByState(scope: Scope) {
  authorize(scope.actor, 'report.view')
  const rows = await scope.db
    .select({ asOf: districtMonths.asOf, figures: districtMonths.figures })
    .from(districtMonths)
    .where(undefined)
    .orderBy(desc(districtMonths.asOf))
    .limit(13)
  const { state } = scope.district
  return {
    state: STATES[state] ?? state,
    months: rows.map(({ asOf, figures }) => {
      const month = publish(figures)
      return {
        asOf,
        shown: month && {
          ...month,
          share: shareOf(month),
          meanMinutes: meanMinutesOf(month),
        },
      }
    }),
  }
}
