import { and, asc, eq, gt, inArray, or } from '#db/query.server'
import { members, obligations } from '#db/schema'
import { conditionsOf } from '../audiences/audience'
import { audienceOf } from '../audiences/audience.server'
import { batchesOf } from '../grouping'
import type { Scope, WriteScope } from '../scope.server'
import { listAsking, type MandateInForce, stillAsked } from './asking.server'
import { assess } from './assessing.server'
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
 * As `keepObligations` for one mandate and everybody it is for, or was for.
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
  const rows = await scope.db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        or(
          await audienceOf(scope, mandate.audience),
          inArray(members.id, askedNow(scope, mandateId)),
        ),
        after ? gt(members.id, after) : undefined,
      ),
    )
    .orderBy(asc(members.id))
    .limit(limit)
  const kept = await keep(
    scope,
    asking,
    rows.map(({ id }) => id),
  )
  return { kept, next: rows.length < limit ? null : rows.at(-1)!.id }
}

/** The members who are asked for a training now. */
const askedNow = (scope: Scope, mandateId: string) =>
  scope.db
    .select({ memberId: obligations.memberId })
    .from(obligations)
    .where(and(eq(obligations.mandateId, mandateId), stillAsked))

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
