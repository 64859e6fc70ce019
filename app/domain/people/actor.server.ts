import type { Db } from '#db/client.server'
import { and, eq, gte, inArray, isNull, lte, or, startsWith } from '#db/query.server'
import { affiliations, districts, members, organizations } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { dayIn, type Day } from '../calendar'
import { groupBy } from '../grouping'
import type { Actor } from '../policy'
import type { District } from '../scope.server'
import { fullName } from './name'
import { TIME_ZONES } from './states'

/** The affiliations that hold on a day, both ends included. */
export const holdsOn = (day: Day) =>
  and(
    lte(affiliations.startedOn, day),
    or(isNull(affiliations.endedOn), gte(affiliations.endedOn, day)),
  )

/**
 * The affiliations that hold today in the district of the query around, whose clock decides which day
 * it is.
 */
export function holdsToday(now: Date) {
  const zones = groupBy(Object.keys(TIME_ZONES), (timeZone) => dayIn(timeZone, now))
  return or(
    ...[...zones].map(([day, timeZones]) =>
      and(inArray(districts.timeZone, timeZones), holdsOn(day)),
    ),
  )
}

/** The district of a slug, if there is one. */
export async function findDistrict(db: Db, slug: string): Promise<District | null> {
  const [district] = await db.select().from(districts).where(eq(districts.slug, slug))
  return district ?? null
}

/** The districts a person has a current affiliation in, by name; each goes by its own clock. */
export async function listDistrictsOf(db: Db, userId: string, now: Date) {
  const rows = await db
    .selectDistinct({ slug: districts.slug, name: districts.name })
    .from(members)
    .innerJoin(districts, eq(districts.id, members.districtId))
    .innerJoin(
      affiliations,
      and(eq(affiliations.districtId, members.districtId), eq(affiliations.memberId, members.id)),
    )
    .where(and(eq(members.userId, userId), holdsToday(now)))
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** The person as a member of the district; null without a current affiliation there. */
export async function findActor(
  db: Db,
  district: District,
  userId: string,
  now: Date,
): Promise<Actor | null> {
  return actorWhere(db, district, now, eq(members.userId, userId))
}

/** A member as an actor, by the member's id. */
export async function findActorOfMember(db: Db, district: District, memberId: string, now: Date) {
  return actorWhere(db, district, now, eq(members.id, memberId))
}

async function actorWhere(db: Db, district: District, now: Date, who: ReturnType<typeof eq>) {
  const tenant = forDistrict(db, district.id)
  const rows = await tenant
    .select({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      role: affiliations.role,
      organizationId: affiliations.organizationId,
      organizationPath: organizations.path,
    })
    .from(members)
    .innerJoin(affiliations, eq(affiliations.memberId, members.id))
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(who, holdsOn(dayIn(district.timeZone, now))))
  const [first] = rows
  if (!first) return null

  const hats = rows.map(({ role, organizationId, organizationPath }) => ({
    role,
    organizationId,
    organizationPath,
  }))
  const supervised = hats.filter(({ role }) => role === 'principal')
  const below = supervised.map(({ organizationPath }) =>
    startsWith(organizations.path, organizationPath),
  )
  const subtree =
    below.length === 0
      ? []
      : await tenant
          .select({ id: organizations.id })
          .from(organizations)
          .where(or(...below))
  return { id: first.id, name: fullName(first), hats, supervises: subtree.map(({ id }) => id) }
}
