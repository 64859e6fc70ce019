import type { Db } from '#db/client.server'
import { and, eq, exists, inArray } from '#db/query.server'
import { affiliations, districts, members, users } from '#db/schema'
import { holdsToday } from './actor.server'

/**
 * Whether the user of the query around administers or coordinates a district today, by the clock of
 * that district, as a column of that query.
 */
export const isPrivilegedNow = (db: Db, now: Date) =>
  exists(
    db
      .select({ id: affiliations.id })
      .from(members)
      .innerJoin(districts, eq(districts.id, members.districtId))
      .innerJoin(
        affiliations,
        and(
          eq(affiliations.districtId, members.districtId),
          eq(affiliations.memberId, members.id),
          inArray(affiliations.role, ['administrator', 'coordinator']),
        ),
      )
      .where(and(eq(members.userId, users.id), holdsToday(now))),
  ).mapWith(Boolean)
