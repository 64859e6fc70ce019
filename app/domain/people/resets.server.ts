import type { Db, Store } from '#db/client.server'
import { newId } from '#db/id'
import { and, eq, gt } from '#db/query.server'
import { signInFailures, tokens, users } from '#db/schema'
import { NotFound } from '../errors'
import { normalizeEmail } from '../mail/address'
import { queueAccountMail } from '../mail/outbox.server'
import { digestOf } from '../secret.server'
import { findAccount, listEmails, namesAround } from './accounts.server'
import { hashNewPassword } from './new-password.server'
import { findLink, newLink, spendLink, stillWorks } from './one-time-links.server'
import { endSessions } from './sessions.server'

const MOST_IN_AN_HOUR = 3
const HOUR = 60 * 60 * 1000

type Asked = { email: string; origin: string; now: Date }

/**
 * Sends somebody a link with which to choose a new password. Whoever asks learns nothing about
 * whether there is such an account: the same is written down, and after three times in an hour
 * nothing more is sent.
 *
 * @returns the link, for servers on which it is shown; null when none was made
 */
export async function requestReset(store: Store, { email, origin, now }: Asked) {
  const recipient = normalizeEmail(email)
  return store.write(async (tx) => {
    const account = await findAccount(tx, recipient)
    const isAllowed = await countRequest(tx, digestOf(`reset ${recipient}`), now)
    if (!isAllowed || !account || account.disabledAt) return null
    const link = await createResetLink(tx, account.userId, { email: recipient, origin, now })
    await queueAccountMail(tx, resetMail(recipient, link), now)
    return link
  })
}

async function countRequest(tx: Db, account: string, now: Date) {
  const since = new Date(now.getTime() - HOUR)
  const asked = await tx
    .select({ id: signInFailures.id })
    .from(signInFailures)
    .where(and(eq(signInFailures.account, account), gt(signInFailures.failedAt, since)))
  if (asked.length >= MOST_IN_AN_HOUR) return false
  await tx.insert(signInFailures).values({ id: newId(), account, address: 'reset', failedAt: now })
  return true
}

/** A link with which a person chooses a new password; it works once, for an hour. */
export async function createResetLink(tx: Db, userId: string, { email, origin, now }: Asked) {
  const { link, row } = newLink('reset', origin, now)
  await tx.insert(tokens).values({ ...row, userId, email })
  return link
}

/** Whose password a link changes. @throws NotFound when it does not work any more */
export async function getReset(db: Db, secret: string, now: Date) {
  const token = await findLink(db, 'reset', secret, now)
  const account = token?.email ? await findAccount(db, token.email) : null
  if (!token?.email || !account || account.disabledAt || account.userId !== token.userId) {
    throw new NotFound('No such link.')
  }
  return { userId: account.userId, email: token.email }
}

/**
 * Gives a person a new password, signs them out everywhere, and uses up all their links. They sign
 * in themselves afterwards.
 *
 * @throws NotFound when the link does not work any more
 * @throws Invalid · TryLater about the password
 */
export async function resetPassword(store: Store, secret: string, password: string, now: Date) {
  const { userId, email } = await getReset(store.read, secret, now)
  const names = await namesAround(store.read, { userId })
  const passwordHash = await hashNewPassword(password, [...names, email])
  await store.write(async (tx) => {
    await getReset(tx, secret, now)
    await spendLink(tx, 'reset', secret, now)
    await replacePassword(tx, userId, passwordHash, now)
  })
  return email
}

/** Puts a new password in place of the old one; sessions and links of before end with it. */
export async function replacePassword(tx: Db, userId: string, passwordHash: string, now: Date) {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
  await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(and(eq(tokens.userId, userId), eq(tokens.kind, 'reset'), stillWorks(now)))
  await endSessions(tx, userId)
  for (const recipient of await listEmails(tx, userId)) {
    await queueAccountMail(tx, changedMail(recipient), now)
  }
}

const resetMail = (recipient: string, link: string) => ({
  recipient,
  subject: 'A new password for Cairn',
  text: `Somebody, probably you, asked for a new password for ${recipient}. Choose it here:

${link}

The link works once, for one hour. If it was not you, do nothing: your password stays as it is.`,
})

const changedMail = (recipient: string) => ({
  recipient,
  subject: 'Your password for Cairn was changed',
  text: `The password for ${recipient} has just been changed, and you were signed out everywhere.

If it was not you, ask for a new password at once, and tell the person who runs Cairn in your district.`,
})
