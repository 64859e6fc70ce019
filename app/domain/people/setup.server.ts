import type { z } from 'zod'
import type { Db, Store } from '#db/client.server'
import { newId } from '#db/id'
import { and, eq, isNull, maxOf } from '#db/query.server'
import {
  affiliations,
  districts,
  members,
  organizations,
  tokens,
  userEmails,
  users,
} from '#db/schema'
import { dayIn } from '../calendar'
import { Conflict, Invalid, NotFound } from '../errors'
import { type WriteScope, writeScopeOf } from '../scope.server'
import { fold, fullName, sortNameOf } from './name'
import { hashNewPassword } from './new-password.server'
import { findLink, newLink, spendLink } from './one-time-links.server'
import type { setupInput } from './sign-in-inputs.server'

const REVIEW_DAYS = 30

type Setup = z.output<typeof setupInput>

/**
 * The link with which the first administrator sets up the first district. It works once, for a day;
 * the one before stops working.
 *
 * @throws Conflict when somebody administers a district already
 */
export async function createSetupLink(tx: Db, origin: string, now: Date) {
  await refuseSecond(tx)
  const { link, row } = newLink('setup', origin, now)
  await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(and(eq(tokens.kind, 'setup'), isNull(tokens.usedAt)))
  await tx.insert(tokens).values(row)
  return link
}

/** @throws NotFound when the link does not work any more */
export async function requireSetup(db: Db, secret: string, now: Date) {
  if (!(await findLink(db, 'setup', secret, now))) throw new NotFound('No such link.')
}

/**
 * Makes the first district, its organization and its administrator, who can sign in then.
 *
 * @throws NotFound when the link does not work any more
 * @throws Conflict when somebody administers a district already
 * @throws Invalid · TryLater about what was given
 */
export async function acceptSetup(store: Store, secret: string, given: Setup, now: Date) {
  await requireSetup(store.read, secret, now)
  await refuseSecond(store.read)
  const names = [given.name, given.slug, given.givenName, given.familyName, given.email]
  const passwordHash = await hashNewPassword(given.password, names)

  return store.write(async (tx) => {
    if (!(await spendLink(tx, 'setup', secret, now))) throw new NotFound('No such link.')
    await refuseSecond(tx)
    await refuseTaken(tx, given)
    const district = await insertDistrict(tx, given, now)
    const userId = newId()
    await tx.insert(users).values({ id: userId, passwordHash, createdAt: now })
    await tx.insert(userEmails).values({ email: given.email, userId, verifiedAt: now })
    await insertAdministrator(tx, district, { ...given, userId }, now)
    return district
  })
}

async function insertDistrict(tx: Db, given: Setup, now: Date) {
  const [last] = await tx.select({ id: maxOf(districts.id) }).from(districts)
  const { name, slug, state, timeZone, schoolYearStartsOn } = given
  const [district] = await tx
    .insert(districts)
    .values({
      id: (last?.id ?? 0) + 1,
      slug,
      name,
      state,
      timeZone,
      schoolYearStartsOn,
      reviewDays: REVIEW_DAYS,
      createdAt: now,
    })
    .returning()
  return district!
}

async function insertAdministrator(
  tx: Db,
  district: WriteScope['district'],
  given: Setup & { userId: string },
  now: Date,
) {
  const memberId = newId()
  const organizationId = newId()
  const affiliationId = newId()
  const { userId, email, givenName, familyName } = given
  const actor = { id: memberId, name: fullName(given), hats: [], supervises: [] }
  const scope = writeScopeOf(tx, district, actor, now)

  await scope.db.insert(organizations).values({
    id: organizationId,
    kind: 'district',
    name: district.name,
    sortName: fold(district.name),
    path: `${organizationId}/`,
  })
  await scope.db.insert(members).values({
    id: memberId,
    userId,
    givenName,
    familyName,
    sortName: sortNameOf(given),
    email,
    createdAt: now,
  })
  await scope.db.insert(affiliations).values({
    id: affiliationId,
    memberId,
    organizationId,
    role: 'administrator',
    startedOn: dayIn(district.timeZone, now),
    source: 'person',
  })
  await scope.record('member.added', memberId)
  await scope.record('affiliation.started', affiliationId, { role: 'administrator', memberId })
  await scope.record('member.joined', memberId)
}

async function refuseSecond(db: Db) {
  const [administrator] = await db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(eq(affiliations.role, 'administrator'))
    .limit(1)
  if (administrator) {
    throw new Conflict(
      'Somebody administers this server already. Ask them to invite you; nothing was changed.',
    )
  }
}

async function refuseTaken(tx: Db, { slug, email }: Setup) {
  const [district] = await tx
    .select({ id: districts.id })
    .from(districts)
    .where(eq(districts.slug, slug))
  if (district)
    throw new Invalid('slug', 'There is a district with this short name. Choose another.')
  const [account] = await tx
    .select({ email: userEmails.email })
    .from(userEmails)
    .where(eq(userEmails.email, email))
  if (account) throw new Invalid('email', 'This address has an account already. Use another one.')
}
