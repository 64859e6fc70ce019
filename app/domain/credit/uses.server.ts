import { newId, newLongId } from '#db/id'
import { alias, and, asc, eq, inArray, isNull, or } from '#db/query.server'
import { creditUses, cycles } from '#db/schema'
import { groupBy } from '../grouping'
import type { Scope, WriteScope } from '../scope.server'
import type { UsedSource } from './use'

const reversal = alias(creditUses, 'reversal')

const fields = {
  id: creditUses.id,
  memberId: creditUses.memberId,
  activityId: creditUses.activityId,
  completionId: creditUses.completionId,
  awardId: creditUses.awardId,
  broughtId: creditUses.broughtId,
  purpose: creditUses.purpose,
  jurisdiction: creditUses.jurisdiction,
  cycleId: creditUses.cycleId,
  ruleSetId: creditUses.ruleSetId,
  ruleSetRevision: creditUses.ruleSetRevision,
  carriedFromId: creditUses.carriedFromId,
  unit: creditUses.unit,
  milliUnits: creditUses.milliUnits,
  minutes: creditUses.minutes,
  usedOn: creditUses.usedOn,
  expiresOn: creditUses.expiresOn,
  label: creditUses.label,
}

export type StandingUse = Awaited<ReturnType<typeof listStandingUses>>[number]

/**
 * The uses of members that were not taken back, oldest first. The caller has decided who may see them, and
 * of how many members at a time.
 */
export async function listStandingUses(scope: Scope, memberIds: string[]) {
  if (memberIds.length === 0) return []
  return scope.db
    .select(fields)
    .from(creditUses)
    .leftJoin(reversal, eq(reversal.reversesId, creditUses.id))
    .where(
      and(
        inArray(creditUses.memberId, memberIds),
        isNull(creditUses.reversesId),
        isNull(reversal.id),
      ),
    )
    .orderBy(asc(creditUses.memberId), asc(creditUses.usedOn), asc(creditUses.id))
}

/** Like `listStandingUses`, by member. */
export async function usesByMember(scope: Scope, memberIds: string[]) {
  return groupBy(await listStandingUses(scope, memberIds), ({ memberId }) => memberId)
}

export type MemberUse = Awaited<ReturnType<typeof listStandingUses>>[number]

/** What a use says, but for what is the same for all that are booked together. */
export type NewUse = Omit<
  typeof creditUses.$inferInsert,
  'districtId' | 'id' | 'reversesId' | 'note' | 'recordedById' | 'createdAt'
>

/**
 * Books what credit of one member is used for. The caller has made sure that it is there and unused.
 *
 * @param on what the event is about, such as the cycle that was renewed
 */
export async function bookUses(scope: WriteScope, uses: NewUse[], on: string) {
  if (uses.length === 0) return
  const rows = uses.map((use) => ({
    ...use,
    /* Which use was booked first decides what stands against another. */
    id: newLongId(),
    recordedById: scope.actor.id || null,
    createdAt: scope.now,
  }))
  await scope.db.insertMany(creditUses, rows)
  const { purpose, label } = rows[0]!
  await scope.record('use.recorded', on, { purpose, label, uses: rows.map(({ id }) => id) })
}

/** Takes a use back: books its opposite, from today. Both rows stay. */
export async function reverseUse(scope: WriteScope, use: StandingUse, note: string) {
  const { id, milliUnits, minutes, ...same } = use
  await scope.db.insert(creditUses).values({
    ...same,
    id: newId(),
    milliUnits: -milliUnits,
    minutes: minutes === null ? null : -minutes,
    usedOn: scope.today,
    reversesId: id,
    note,
    recordedById: scope.actor.id || null,
    createdAt: scope.now,
  })
  await scope.record('use.taken_back', id, { purpose: use.purpose, label: use.label, note })
}

/**
 * Takes back what something was used for, since it counts no longer. A cycle that is closed keeps what it
 * used: its history stays as it was.
 */
export async function reverseUsesOf(
  scope: WriteScope,
  source: Partial<Omit<UsedSource, 'broughtId'>>,
) {
  const { activityId, completionId, awardId } = source
  const standing = await scope.db
    .select(fields)
    .from(creditUses)
    .leftJoin(reversal, eq(reversal.reversesId, creditUses.id))
    .leftJoin(cycles, eq(cycles.id, creditUses.cycleId))
    .where(
      and(
        activityId
          ? eq(creditUses.activityId, activityId)
          : completionId
            ? eq(creditUses.completionId, completionId)
            : eq(creditUses.awardId, awardId!),
        isNull(creditUses.reversesId),
        isNull(reversal.id),
        or(isNull(creditUses.cycleId), isNull(cycles.closedOn)),
      ),
    )
  for (const use of standing.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    await reverseUse(scope, use, APPROVAL_TAKEN_BACK)
}

const APPROVAL_TAKEN_BACK = 'The approval was taken back.'
