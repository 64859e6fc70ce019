import { and, asc, gt, inArray, or } from '#db/query.server'
import { members } from '#db/schema'
import { conditionsOf } from '../audiences/audience'
import { audienceOf } from '../audiences/audience.server'
import { batchesOf } from '../grouping'
import type { Scope, WriteScope } from '../scope.server'
import { listAsking, type MandateInForce } from './asking.server'
import { assess } from './assessing.server'
import { askedNow, whomTheDayChanges } from './changing.server'
import { writeChanges } from './writing.server'

/** How many people one round of queries takes. */
const BATCH = 400

export type Kept = { opened: number; met: number; missed: number; ended: number }

/**
 * Brings what some members are required to take up to date with what they have done, where they work
 * and what day it is. Call it in the transaction that changed any of it.
 *
 * @returns how many turns were opened, met, missed and ended
 */
export async function keepObligations(scope: WriteScope, memberIds: string[]): Promise<Kept> {
  return keep(scope, await listAsking(scope), memberIds)
}

/** As `keepObligations` for people whose licenses changed, of what goes by licenses. */
export async function keepObligationsAfterLicense(scope: WriteScope, memberIds: string[]) {
  const asking = await listAsking(scope)
  const byLicense = asking.filter(({ audience }) => conditionsOf([audience], 'license').length > 0)
  return keep(scope, byLicense, memberIds)
}

/**
 * As `keepObligations` for one mandate: for everybody it is for, or was for; where those have been reached since
 * it was switched on or changed, for whom the day can have changed something.
 *
 * @param after the member to go on from, in the order of the ids; null begins
 * @param limit how many people at most
 * @returns the member to go on from, or null when everybody had their turn
 */
export async function keepMandate(
  scope: WriteScope,
  mandateId: string,
  after: string | null,
  limit: number,
) {
  const asking = await listAsking(scope, mandateId)
  const [mandate] = asking
  if (!mandate?.isOn) return { kept: nothing(), next: null }
  const whom = mandate.isSettled ? whomTheDayChanges : everybody
  const ids = await whom(scope, mandate, after, limit)
  const kept = await keep(scope, asking, ids)
  return { kept, next: ids.length < limit ? null : ids.at(-1)! }
}

/** The ids of everybody whom a training is for, or was for, in their order. */
async function everybody(
  scope: Scope,
  { id, audience }: MandateInForce,
  after: string | null,
  limit: number,
) {
  const rows = await scope.db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        or(await audienceOf(scope, audience), inArray(members.id, askedNow(scope, id))),
        after ? gt(members.id, after) : undefined,
      ),
    )
    .orderBy(asc(members.id))
    .limit(limit)
  return rows.map((row) => row.id)
}

async function keep(scope: WriteScope, asking: MandateInForce[], memberIds: string[]) {
  const total = nothing()
  if (asking.length === 0) return total
  for (const batch of batchesOf([...new Set(memberIds)], BATCH)) {
    const changes = await assess(scope, asking, batch)
    await writeChanges(scope, changes)
    total.opened += changes.opened.length
    total.met += changes.met.length + changes.opened.filter(({ turn }) => turn.proof).length
    total.missed += changes.missed.length
    total.ended += changes.ended.length
  }
  return total
}

const nothing = (): Kept => ({ opened: 0, met: 0, missed: 0, ended: 0 })
