import type { Db } from '#db/client.server'
import { and, asc, eq, isNotNull, isNull } from '#db/query.server'
import { mandates } from '#db/schema'
import { districtsWith } from '#db/tenant.server'
import { countAudience } from '../audiences/audience.server'
import type { Scope, WriteScope } from '../scope.server'
import { listAsking } from './asking.server'
import { keepMandate } from './keeping.server'

/** An audience of so many people is reached in the request that switched the training on. */
const AT_ONCE = 2000

/**
 * Reaches everybody whom a training is for or was for, where it is switched on and they are few enough.
 *
 * @returns what has become of their turns; null where nobody was reached now
 */
export async function reachAtOnce(scope: WriteScope, id: string) {
  const [mandate] = await listAsking(scope, id)
  if (!mandate?.isOn || (await countAudience(scope, mandate.audience)) > AT_ONCE) return null
  const { kept, next } = await keepMandate(scope, id, null, 2 * AT_ONCE)
  if (next === null) await settleMandate(scope, id)
  return kept
}

const isOn = and(isNotNull(mandates.switchedOnAt), isNull(mandates.endedOn))
const isUnsettled = and(isOn, isNull(mandates.settledAt))!

/** The ids of the districts with a training that has not reached everybody yet. */
export const listDistrictsToReach = (db: Db) => districtsWith(db, mandates, isUnsettled)

/** The trainings that are switched on: those that have not reached everybody yet, or all of them. */
export async function listToReach(scope: Scope, which: 'unsettled' | 'all') {
  const rows = await scope.db
    .select({ id: mandates.id })
    .from(mandates)
    .where(which === 'unsettled' ? isUnsettled : isOn)
    .orderBy(asc(mandates.id))
  return rows.map(({ id }) => id)
}

/** Marks that everybody has been reached: who comes from now on is new. */
export async function settleMandate(scope: WriteScope, id: string) {
  await scope.db
    .update(mandates)
    .set({ introducedAt: scope.now })
    .where(and(eq(mandates.id, id), isNull(mandates.introducedAt)))
  await scope.db
    .update(mandates)
    .set({ settledAt: scope.now })
    .where(and(eq(mandates.id, id), isNull(mandates.settledAt)))
}
