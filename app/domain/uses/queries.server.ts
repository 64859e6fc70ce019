import { alias, and, asc, desc, eq, isNull, sumOf } from '#db/query.server'
import { activities, awards, broughtRows, completions, creditUses } from '#db/schema'
import type { UsePurpose } from '#db/words'
import { isExpired, usedId } from '../credit/use'
import type { Scope } from '../scope.server'

const reversal = alias(creditUses, 'reversal')

const fields = {
  id: creditUses.id,
  activityId: creditUses.activityId,
  completionId: creditUses.completionId,
  awardId: creditUses.awardId,
  broughtId: creditUses.broughtId,
  activityTitle: activities.title,
  completionTitle: completions.title,
  awardTitle: awards.title,
  broughtTitle: broughtRows.title,
  broughtKind: broughtRows.kind,
  activityStatus: activities.status,
  completionStatus: completions.status,
  verification: awards.verification,
  purpose: creditUses.purpose,
  jurisdiction: creditUses.jurisdiction,
  cycleId: creditUses.cycleId,
  carriedFromId: creditUses.carriedFromId,
  ruleSetId: creditUses.ruleSetId,
  ruleSetRevision: creditUses.ruleSetRevision,
  unit: creditUses.unit,
  milliUnits: creditUses.milliUnits,
  minutes: creditUses.minutes,
  usedOn: creditUses.usedOn,
  expiresOn: creditUses.expiresOn,
  label: creditUses.label,
  reversalId: reversal.id,
  takenBackOn: reversal.usedOn,
  takenBackBecause: reversal.note,
}

const SUBJECTS = {
  activity: creditUses.activityId,
  completion: creditUses.completionId,
  award: creditUses.awardId,
}

type Asked = {
  id?: string
  purpose?: UsePurpose
  /** What was used. */
  of?: { kind: keyof typeof SUBJECTS; id: string }
  limit?: number
  offset?: number
}

/**
 * The uses of a member, newest first, with those that were taken back. The caller has decided who may see
 * them.
 */
export async function listUses(scope: Scope, memberId: string, asked: Asked = {}) {
  const { id, purpose, of, limit = 100_000, offset = 0 } = asked
  const rows = await scope.db
    .select(fields)
    .from(creditUses)
    .leftJoin(reversal, eq(reversal.reversesId, creditUses.id))
    .leftJoin(activities, eq(activities.id, creditUses.activityId))
    .leftJoin(completions, eq(completions.id, creditUses.completionId))
    .leftJoin(awards, eq(awards.id, creditUses.awardId))
    .leftJoin(broughtRows, eq(broughtRows.id, creditUses.broughtId))
    .where(
      and(
        usesOf(memberId, purpose),
        id === undefined ? undefined : eq(creditUses.id, id),
        of && eq(SUBJECTS[of.kind], of.id),
      ),
    )
    .orderBy(desc(creditUses.usedOn), desc(creditUses.id))
    .limit(limit)
    .offset(offset)
  return rows.map((row) => shownUse(row, scope.today))
}

/** How many uses a member has, with those that were taken back. */
export const countUses = (scope: Scope, memberId: string, purpose?: UsePurpose) =>
  scope.db.count(creditUses, usesOf(memberId, purpose))

const usesOf = (memberId: string, purpose?: UsePurpose) =>
  and(
    eq(creditUses.memberId, memberId),
    isNull(creditUses.reversesId),
    purpose && eq(creditUses.purpose, purpose),
  )

export type ShownUse = Awaited<ReturnType<typeof listUses>>[number]

type Row = {
  activityId: string | null
  completionId: string | null
  awardId: string | null
  broughtId: string | null
  activityTitle: string | null
  completionTitle: string | null
  awardTitle: string | null
  broughtTitle: string | null
  broughtKind: 'activity' | 'completion' | 'award' | null
  activityStatus: string | null
  completionStatus: string | null
  verification: string | null
  purpose: UsePurpose
  expiresOn: string | null
  reversalId: string | null
}

function shownUse<R extends Row>(row: R, today: string) {
  const { activityTitle, completionTitle, awardTitle, broughtTitle, broughtKind, ...rest } = row
  const { activityStatus, completionStatus, verification, reversalId, ...use } = rest
  const status = activityStatus ?? completionStatus ?? verification
  const isStanding = reversalId === null
  return {
    ...use,
    subject: {
      kind: broughtKind ?? kindOf(use),
      /** What was brought from another district has no page here. */
      isBrought: use.broughtId !== null,
      id: usedId(use),
      title: activityTitle ?? completionTitle ?? awardTitle ?? broughtTitle ?? '',
    },
    isStanding,
    isExpired: isStanding && isExpired(use, today),
    /** A closed cycle has used it, and its approval was taken back later. */
    isNoLongerApproved:
      isStanding &&
      use.broughtId === null &&
      status !== 'approved' &&
      status !== 'verified_by_person',
  }
}

const kindOf = ({ activityId, completionId }: Pick<Row, 'activityId' | 'completionId'>) => {
  if (activityId) return 'activity' as const
  return completionId ? ('completion' as const) : ('award' as const)
}

/**
 * What a member has used, by purpose and lot: what was taken back is not in it.
 *
 * @returns each with its sums, and whether it has expired
 */
export async function listLots(scope: Scope, memberId: string) {
  const milliUnits = sumOf(creditUses.milliUnits)
  const rows = await scope.db
    .select({
      purpose: creditUses.purpose,
      label: creditUses.label,
      unit: creditUses.unit,
      expiresOn: creditUses.expiresOn,
      milliUnits,
      minutes: sumOf(creditUses.minutes),
    })
    .from(creditUses)
    .where(eq(creditUses.memberId, memberId))
    .groupBy(creditUses.purpose, creditUses.label, creditUses.unit, creditUses.expiresOn)
    .orderBy(asc(creditUses.purpose), asc(creditUses.label), asc(creditUses.unit))
  return rows
    .filter((row) => row.milliUnits !== 0)
    .map((row) => ({ ...row, isExpired: isExpired(row, scope.today) }))
}

export type Lot = Awaited<ReturnType<typeof listLots>>[number]
