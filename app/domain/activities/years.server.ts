import { eq, maxOf, minOf } from '#db/query.server'
import { activities } from '#db/schema'
import { schoolYearOf } from '../calendar'
import { currentSchoolYear } from '../credit/hours.server'
import type { Scope } from '../scope.server'

/** The school years the actor has activities in, newest first. */
export async function listYears(scope: Scope) {
  const [span] = await scope.db
    .select({ first: minOf(activities.startedOn), last: maxOf(activities.startedOn) })
    .from(activities)
    .where(eq(activities.memberId, scope.actor.id))
  if (!span?.first || !span.last) return []
  const first = schoolYearOf(span.first, scope.district.schoolYearStartsOn)
  const last = Math.max(
    schoolYearOf(span.last, scope.district.schoolYearStartsOn),
    currentSchoolYear(scope),
  )
  return Array.from({ length: last - first + 1 }, (_, back) => last - back)
}
