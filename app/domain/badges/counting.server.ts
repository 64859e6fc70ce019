import {
  and,
  asc,
  countWhere,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  notInArray,
  or,
  type SQL,
  whereJoined,
} from '#db/query.server'
import { awards, formerAwards } from '#db/schema'
import { addDays, type Day, endOfDay } from '../calendar'
import { awardThen, formerThen } from '../reviews/awards-then.server'
import { awardsDecidedThen } from '../reviews/standing-then.server'
import type { Scope } from '../scope.server'
import { EXPIRING_DAYS } from './award'

export type AwardCounts = {
  organizationId: string
  verified: number
  notVerified: number
  /** Verified, and not expired on the day. */
  current: number
  /** Verified, and expired by then. */
  expired: number
  /** Verified, and expiring within 90 days of then: part of `current`. */
  expiring: number
}

/** The states in which badges are told, each a part of `verified` but for those that are not verified. */
export type AwardCount = Exclude<keyof AwardCounts, 'organizationId'>

/**
 * Which badges were there at the end of a day, recorded and awarded by then, and which of them were in
 * which state: as verified as they were then. For a query over `awards` joined with `formerThen`.
 */
export function awardsThen(scope: Scope, asOf: Day) {
  const end = endOfDay(asOf, scope.district.timeZone)
  const { awardedOn, expiresOn } = awardThen
  const verification = whereJoined(formerAwards.id, formerAwards.verification, awards.verification)
  const decidedOn = whereJoined(formerAwards.id, formerAwards.decidedOn, awards.decidedOn)
  const verifiedThen = awardsDecidedThen(scope, 'approved', end)
  const refusedThen = awardsDecidedThen(scope, 'denied', end)
  const decidedLater = gt(decidedOn, asOf)
  const decided = or(isNull(decidedOn), lte(decidedOn, asOf))
  const verified = or(
    and(eq(verification, 'verified_by_person'), decided),
    inArray(awards.id, verifiedThen),
  )
  const notVerified = and(
    or(eq(verification, 'not_verified'), decidedLater),
    notInArray(awards.id, verifiedThen),
    notInArray(awards.id, refusedThen),
  )
  const standing: Record<AwardCount, SQL | undefined> = {
    verified,
    notVerified,
    current: and(verified, or(isNull(expiresOn), gte(expiresOn, asOf))),
    expired: and(verified, lt(expiresOn, asOf)),
    expiring: and(verified, gte(expiresOn, asOf), lte(expiresOn, addDays(asOf, EXPIRING_DAYS))),
  }
  return { isThere: and(lte(awardedOn, asOf), lt(awards.createdAt, end)), standing }
}

/**
 * The badges of each school at the end of a day, by their state then. Counts only; the caller has
 * authorized the report.
 */
export async function countAwards(scope: Scope, asOf: Day): Promise<AwardCounts[]> {
  const { isThere, standing } = awardsThen(scope, asOf)
  return scope.db
    .select({
      organizationId: awardThen.organizationId,
      verified: countWhere(standing.verified),
      notVerified: countWhere(standing.notVerified),
      current: countWhere(standing.current),
      expired: countWhere(standing.expired),
      expiring: countWhere(standing.expiring),
    })
    .from(awards)
    .leftJoin(formerAwards, formerThen(scope, asOf))
    .where(isThere)
    .groupBy(awardThen.organizationId)
    .orderBy(asc(awardThen.organizationId))
}
