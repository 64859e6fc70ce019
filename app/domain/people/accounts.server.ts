import type { Db } from '#db/client.server'
import { and, asc, eq, isNotNull } from '#db/query.server'
import { affiliations, districts, members, organizations, userEmails, users } from '#db/schema'
import { normalizeEmail } from '../mail/address'

/** The person behind an address, with what signing in needs; null when nobody has it. */
export async function findAccount(db: Db, email: string) {
  const [account] = await db
    .select({
      userId: users.id,
      passwordHash: users.passwordHash,
      disabledAt: users.disabledAt,
    })
    .from(userEmails)
    .innerJoin(users, eq(users.id, userEmails.userId))
    .where(and(eq(userEmails.email, normalizeEmail(email)), isNotNull(userEmails.verifiedAt)))
  return account ?? null
}

/** The addresses a person signs in with. */
export async function listEmails(db: Db, userId: string) {
  const rows = await db
    .select({ email: userEmails.email })
    .from(userEmails)
    .where(and(eq(userEmails.userId, userId), isNotNull(userEmails.verifiedAt)))
    .orderBy(asc(userEmails.email))
  return rows.map(({ email }) => email)
}

type Member = { districtId: number; memberId: string }

/** The names that a person's password must not lean on: their own, their schools', their districts'. */
export async function namesAround(db: Db, who: { userId: string } | Member) {
  const rows = await db
    .selectDistinct({
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
      district: districts.name,
      organization: organizations.name,
    })
    .from(members)
    .innerJoin(districts, eq(districts.id, members.districtId))
    .leftJoin(
      affiliations,
      and(eq(affiliations.districtId, members.districtId), eq(affiliations.memberId, members.id)),
    )
    .leftJoin(
      organizations,
      and(
        eq(organizations.districtId, affiliations.districtId),
        eq(organizations.id, affiliations.organizationId),
      ),
    )
    .where(
      'userId' in who
        ? eq(members.userId, who.userId)
        : and(eq(members.districtId, who.districtId), eq(members.id, who.memberId)),
    )
  const names = rows.flatMap((row) => Object.values(row)).filter((name) => name !== null)
  return [...new Set(names)]
}
