import type { Db } from '#db/client.server'
import { and, eq, exists, inArray } from '#db/query.server'
import { affiliations, members, users } from '#db/schema'
import { dayIn } from '../calendar'
import { holdsOn } from './actor.server'

/**
 * Whether the user of the query around administers or coordinates a district today, as a column of
 * that query.
 */
export const isPrivilegedNow = (db: Db, now: Date) =>
  exists(
    db
      .select({ id: affiliations.id })
      .from(members)
      .innerJoin(
        affiliations,
        and(
          eq(affiliations.districtId, members.districtId),
          eq(affiliations.memberId, members.id),
          inArray(affiliations.role, ['administrator', 'coordinator']),
        ),
      )
      .where(and(eq(members.userId, users.id), holdsOn(dayIn('UTC', now)))),
  ).mapWith(Boolean)
