import { and, eq, gte, inArray, isNotNull, lte, or } from '#db/query.server'
import { activities, awards, completions, creditClaims } from '#db/schema'
import { addMonths } from '../calendar'
import type { Scope } from '../scope.server'
import { standingOfRow } from './row'
import type { Span } from './sources.server'

/** An activity of several days may have begun so many months before it was finished. */
export const LONGEST_ACTIVITY_MONTHS = 12

/**
 * The activities of members that were finished in a span and are approved, wait or came back, in no order.
 *
 * @param also ids of others that are taken along
 */
export async function listActivities(
  scope: Scope,
  memberIds: string[],
  { first, last }: Span,
  also: string[] = [],
) {
  const rows = await scope.db
    .select({
      id: activities.id,
      memberId: activities.memberId,
      title: activities.title,
      activityKind: activities.kind,
      startedOn: activities.startedOn,
      endedOn: activities.endedOn,
      minutes: activities.minutes,
      provider: activities.provider,
      sponsorNumber: activities.sponsorNumber,
      location: activities.location,
      status: activities.status,
    })
    .from(activities)
    .where(
      and(
        inArray(activities.memberId, memberIds),
        or(
          inArray(activities.status, ['approved', 'submitted', 'returned']),
          also.length > 0 ? inArray(activities.id, also) : undefined,
        ),
        gte(activities.startedOn, addMonths(first, -LONGEST_ACTIVITY_MONTHS)),
        lte(activities.startedOn, last),
      ),
    )
  return rows
    .map((row) => {
      const startedOn = row.startedOn!
      const endedOn = row.endedOn ?? startedOn
      return { ...row, startedOn, endedOn, strength: null, status: standingOfRow(row.status) }
    })
    .filter(({ endedOn }) => endedOn >= first && endedOn <= last)
}

/** The finished courses of members in a span that are approved, wait or came back, in no order. */
export async function listCompletions(
  scope: Scope,
  memberIds: string[],
  { first, last }: Span,
  also: string[] = [],
) {
  const rows = await scope.db
    .select({
      id: completions.id,
      memberId: completions.memberId,
      title: completions.title,
      activityKind: completions.kind,
      endedOn: completions.completedOn,
      minutes: completions.minutes,
      provider: completions.provider,
      strength: completions.strength,
      status: completions.status,
    })
    .from(completions)
    .where(
      and(
        inArray(completions.memberId, memberIds),
        or(
          inArray(completions.status, ['approved', 'waiting', 'returned']),
          also.length > 0 ? inArray(completions.id, also) : undefined,
        ),
        gte(completions.completedOn, first),
        lte(completions.completedOn, last),
      ),
    )
  return rows.map((row) => ({
    ...row,
    activityKind: row.activityKind ?? 'online_course',
    startedOn: row.endedOn,
    sponsorNumber: null,
    location: null,
    status: standingOfRow(row.status),
  }))
}

/**
 * The badges of members in a span for which somebody claims what they are worth, in no order; others bring no
 * credit.
 */
export async function listAwards(
  scope: Scope,
  memberIds: string[],
  { first, last }: Span,
  also: string[] = [],
) {
  const rows = await scope.db
    .select({
      id: awards.id,
      memberId: awards.memberId,
      title: awards.title,
      endedOn: awards.awardedOn,
      provider: awards.issuer,
      verification: awards.verification,
    })
    .from(awards)
    .innerJoin(creditClaims, eq(creditClaims.awardId, awards.id))
    .where(
      and(
        inArray(awards.memberId, memberIds),
        or(
          inArray(awards.verification, ['not_verified', 'verified_by_person']),
          also.length > 0 ? inArray(awards.id, also) : undefined,
        ),
        gte(awards.awardedOn, first),
        lte(awards.awardedOn, last),
        isNotNull(creditClaims.credit),
      ),
    )
  return rows.map(({ verification, ...row }) => ({
    ...row,
    activityKind: 'micro_credential',
    startedOn: row.endedOn,
    minutes: null,
    sponsorNumber: null,
    location: null,
    strength: null,
    status: verification === 'verified_by_person' ? ('approved' as const) : ('waiting' as const),
  }))
}

export type SourceRow =
  | Awaited<ReturnType<typeof listActivities>>[number]
  | Awaited<ReturnType<typeof listCompletions>>[number]
  | Awaited<ReturnType<typeof listAwards>>[number]
