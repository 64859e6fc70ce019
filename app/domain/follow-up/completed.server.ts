import type { Db } from '#db/client.server'
import { asc, inArray, isNotNull } from '#db/query.server'
import { members } from '#db/schema'
import { districtsWith } from '#db/tenant.server'
import { keepObligations } from '../mandates/keeping.server'
import { reevaluateAfterLearning } from '../pathways/reevaluating.server'
import type { Scope, WriteScope } from '../scope.server'

const isToFollowUp = isNotNull(members.followUpAskedAt)

/** The ids of the districts that have such members. */
export const listDistrictsToFollowUp = (db: Db) => districtsWith(db, members, isToFollowUp)

/** The members who have completed a pathway of which not all that follows was done yet, by id. */
export async function listToFollowUp(scope: Scope) {
  const rows = await scope.db
    .select({ id: members.id })
    .from(members)
    .where(isToFollowUp)
    .orderBy(asc(members.id))
  return rows.map(({ id }) => id)
}

/**
 * All that follows from pathways that some members have completed: what they are assigned because of
 * those, and their required trainings. Who completes another one by it waits for the next look.
 */
export async function followUpCompletions(scope: WriteScope, memberIds: string[]) {
  await scope.db
    .update(members)
    .set({ followUpAskedAt: null })
    .where(inArray(members.id, memberIds))
  await reevaluateAfterLearning(scope, memberIds)
  await keepObligations(scope, memberIds)
}
