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
} from '#db/query.server'
import { awards } from '#db/schema'
import { addDays, type Day, endOfDay } from '../calendar'
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

/**
 * The badges of each school at the end of a day: recorded and awarded by then, and as verified as they
 * were then. Counts only; the caller has authorized the report.
 */
export async function countAwards(scope: Scope, asOf: Day): Promise<AwardCounts[]> {
  const end = endOfDay(asOf, scope.district.timeZone)
  const verifiedThen = awardsDecidedThen(scope, 'approved', end)
  const refusedThen = awardsDecidedThen(scope, 'denied', end)
  const decidedLater = gt(awards.decidedOn, asOf)
  const decided = or(isNull(awards.decidedOn), lte(awards.decidedOn, asOf))
  const verified = or(
    and(eq(awards.verification, 'verified_by_person'), decided),
    inArray(awards.id, verifiedThen),
  )
  const notVerified = and(
    or(eq(awards.verification, 'not_verified'), decidedLater),
    notInArray(awards.id, verifiedThen),
    notInArray(awards.id, refusedThen),
  )
  const expired = and(verified, lt(awards.expiresOn, asOf))
  return scope.db
    .select({
      organizationId: awards.organizationId,
      verified: countWhere(verified),
      notVerified: countWhere(notVerified),
      current: countWhere(and(verified, or(isNull(awards.expiresOn), gte(awards.expiresOn, asOf)))),
      expired: countWhere(expired),
      expiring: countWhere(
        and(
          verified,
          gte(awards.expiresOn, asOf),
          lte(awards.expiresOn, addDays(asOf, EXPIRING_DAYS)),
        ),
      ),
    })
    .from(awards)
    .where(and(lte(awards.awardedOn, asOf), lt(awards.createdAt, end)))
    .groupBy(awards.organizationId)
    .orderBy(asc(awards.organizationId))
}
