import type { Db, Store } from '#db/client.server'
import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import { districts, members, tokens, userEmails, users } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { normalizeEmail } from '../mail/address'
import { queueMail, unqueueMail } from '../mail/outbox.server'
import { authorize } from '../policy'
import { type District, type WriteScope, writeScopeOf } from '../scope.server'
import { findAccount, namesAround } from './accounts.server'
import { fullName } from './name'
import { hashNewPassword } from './new-password.server'
import { findLink, newLink, spendLink, stillWorks } from './one-time-links.server'

type Invited = { id: string; userId: string | null; givenName: string; familyName: string }

/** An invitation that still works. */
export type Invitation = {
  district: District
  member: Invited
  name: string
  email: string
  /** The account that has this address already, in another district. */
  accountId: string | null
}

/**
 * Invites a member to sign in: a letter with a link that works once, for seven days. Invitations
 * sent before stop working.
 *
 * @param origin the address of this server, as people type it
 * @returns the link
 * @throws NotFound · Forbidden
 * @throws Invalid when the member has no address, or has joined already
 */
export async function inviteMember(scope: WriteScope, memberId: string, origin: string) {
  authorize(scope.actor, 'member.invite')
  const [member] = await scope.db
    .select({
      id: members.id,
      userId: members.userId,
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
    })
    .from(members)
    .where(eq(members.id, memberId))
  if (!member) throw new NotFound('No member.')
  const name = fullName(member)
  if (member.userId) throw new Invalid(null, `${name} has joined already and can sign in.`)
  if (!member.email) throw new Invalid('email', `Give ${name} an email address first.`)

  const recipient = normalizeEmail(member.email)
  const mail = invitationMail(scope, name)
  const { link, row } = newLink('invitation', origin, scope.now)
  await scope.db
    .update(tokens)
    .set({ usedAt: scope.now })
    .where(
      and(eq(tokens.memberId, member.id), eq(tokens.kind, 'invitation'), isNull(tokens.usedAt)),
    )
  await scope.db.insert(tokens).values({ ...row, email: recipient, memberId: member.id })
  await unqueueMail(scope, { recipient, subject: mail.subject })
  await queueMail(scope, { recipient, subject: mail.subject, text: mail.text(link) })
  await scope.record('member.invited', member.id, { email: recipient })
  return link
}

/** What an invitation is about. @throws NotFound when it does not work any more */
export async function getInvitation(db: Db, secret: string, now: Date): Promise<Invitation> {
  const token = await findLink(db, 'invitation', secret, now)
  const invited = token && (await findInvited(db, token))
  if (!token?.email || !invited || invited.member.userId) throw gone()
  const account = await findAccount(db, token.email)
  return {
    ...invited,
    name: fullName(invited.member),
    email: token.email,
    accountId: account?.userId ?? null,
  }
}

/**
 * Opens an account for somebody invited, with the address the invitation was sent to.
 *
 * @returns the address to sign in with
 * @throws NotFound when the invitation does not work any more
 * @throws Conflict when the address has an account: its owner signs in and joins with it
 * @throws Invalid · TryLater about the password
 */
export async function acceptInvitation(store: Store, secret: string, password: string, now: Date) {
  const { district, member, email, accountId } = await getInvitation(store.read, secret, now)
  if (accountId) throw hasAccount(email)
  const names = await namesAround(store.read, { districtId: district.id, memberId: member.id })
  const passwordHash = await hashNewPassword(password, [...names, email])

  await store.write(async (tx) => {
    const invitation = await spend(tx, secret, now)
    if (invitation.accountId) throw hasAccount(email)
    const userId = newId()
    await tx.insert(users).values({ id: userId, passwordHash, createdAt: now })
    await tx
      .delete(userEmails)
      .where(and(eq(userEmails.email, email), isNull(userEmails.verifiedAt)))
    await tx.insert(userEmails).values({ email, userId, verifiedAt: now })
    await join(tx, invitation, userId, now)
  })
  return email
}

/**
 * Joins with the account somebody is signed in with. Their password stays as it is, and so do the
 * addresses they sign in with.
 *
 * @returns the district
 * @throws NotFound when the invitation does not work any more
 * @throws Conflict when the invited address belongs to another account, or this one has joined
 */
export async function joinWithAccount(store: Store, secret: string, userId: string, now: Date) {
  return store.write(async (tx) => {
    const invitation = await spend(tx, secret, now)
    const { accountId, email, district } = invitation
    if (accountId && accountId !== userId) throw hasAccount(email)
    const [already] = await forDistrict(tx, district.id)
      .select({ id: members.id })
      .from(members)
      .where(eq(members.userId, userId))
    if (already) {
      throw new Conflict(
        `Your account is with ${district.name} already, under another entry. Ask the person who invited you to put the two together.`,
      )
    }
    await join(tx, invitation, userId, now)
    return district
  })
}

/** What an invitation was about, which is used up now. */
async function spend(tx: Db, secret: string, now: Date) {
  const invitation = await getInvitation(tx, secret, now)
  await spendLink(tx, 'invitation', secret, now)
  return invitation
}

async function join(tx: Db, { district, member, name }: Invitation, userId: string, now: Date) {
  const actor = { id: member.id, name, hats: [], supervises: [] }
  const scope = writeScopeOf(tx, district, actor, now)
  await scope.db.update(members).set({ userId }).where(eq(members.id, member.id))
  await scope.db
    .update(tokens)
    .set({ usedAt: now })
    .where(and(eq(tokens.memberId, member.id), eq(tokens.kind, 'invitation'), stillWorks(now)))
  await scope.record('member.joined', member.id)
}

async function findInvited(db: Db, token: { districtId: number | null; memberId: string | null }) {
  const { districtId, memberId } = token
  if (districtId === null || memberId === null) return null
  const [district] = await db.select().from(districts).where(eq(districts.id, districtId))
  const [member] = await forDistrict(db, districtId)
    .select({
      id: members.id,
      userId: members.userId,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(members)
    .where(eq(members.id, memberId))
  return district && member ? { district, member } : null
}

function invitationMail({ actor, district }: WriteScope, name: string) {
  return {
    subject: `Your account with ${district.name}`,
    text: (link: string) =>
      `Hello ${name},

${actor.name} has opened a professional-learning record for you with ${district.name}. To see it, choose a password here:

${link}

The link works once, for seven days. If it has stopped working, ask for a new one.`,
  }
}

const gone = () => new NotFound('No such invitation.')

const hasAccount = (email: string) =>
  new Conflict(`${email} has an account already. Sign in with it, then open this invitation again.`)
