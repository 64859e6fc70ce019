import type { Db } from '#db/client.server'
import { and, eq, notInArray } from '#db/query.server'
import { districts, members } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import type { Actor } from '../policy'
import type { District } from '../scope.server'
import { listDistrictsOf } from './actor.server'
import { fullName } from './name'

/** The districts a person was with and is with no longer, by name. */
export async function listDistrictsLeft(db: Db, userId: string, now: Date) {
  const current = (await listDistrictsOf(db, userId, now)).map(({ slug }) => slug)
  const rows = await db
    .select({ slug: districts.slug, name: districts.name })
    .from(members)
    .innerJoin(districts, eq(districts.id, members.districtId))
    .where(and(eq(members.userId, userId), notInArray(districts.slug, current)))
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/**
 * The person as somebody who is or was with the district, without any role: all they may do is read
 * what is theirs. Null for a stranger.
 */
export async function findOnceMember(
  db: Db,
  district: District,
  userId: string,
): Promise<Actor | null> {
  const [member] = await forDistrict(db, district.id)
    .select({ id: members.id, givenName: members.givenName, familyName: members.familyName })
    .from(members)
    .where(eq(members.userId, userId))
  return member ? { id: member.id, name: fullName(member), hats: [], supervises: [] } : null
}
