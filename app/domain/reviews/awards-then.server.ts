import { and, eq, gte, lt, whereJoined } from '#db/query.server'
import { awards, formerAwards } from '#db/schema'
import { type Day, endOfDay } from '../calendar'
import type { Scope } from '../scope.server'

/** What badges said at the end of a day, in a query over `awards` joined with `formerThen`. */
export const awardThen = {
  organizationId: whereJoined(formerAwards.id, formerAwards.organizationId, awards.organizationId),
  achievementId: whereJoined(formerAwards.id, formerAwards.achievementId, awards.achievementId),
  title: whereJoined(formerAwards.id, formerAwards.title, awards.title),
  issuer: whereJoined(formerAwards.id, formerAwards.issuer, awards.issuer),
  awardedOn: whereJoined(formerAwards.id, formerAwards.awardedOn, awards.awardedOn),
  expiresOn: whereJoined(formerAwards.id, formerAwards.expiresOn, awards.expiresOn),
}

/** Joins each award that was corrected after the end of a day with what it said then. */
export function formerThen(scope: Scope, asOf: Day) {
  const end = endOfDay(asOf, scope.district.timeZone)
  return and(
    eq(formerAwards.awardId, awards.id),
    lt(formerAwards.startedAt, end),
    gte(formerAwards.replacedAt, end),
  )!
}
