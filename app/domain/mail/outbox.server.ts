import type { Db } from '#db/client.server'
import { newId } from '#db/id'
import { and, desc, eq, gt, inArray, isNull } from '#db/query.server'
import { outgoingMail, tokens } from '#db/schema'
import { Invalid } from '../errors'
import { type Page, pageOf, window } from '../listing'
import { isEmail } from './address'
import { digestOf } from '../secret.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { type Mail, MAX_ATTEMPTS, oneLine, oneTimeLinkIn, withoutLink } from './mail'

/** A letter of a district, and how far it has come. */
export type OutboxMail = {
  id: string
  recipient: string
  subject: string
  /** Without links that would let the reader act as the recipient. */
  text: string
  createdAt: Date
  sentAt: Date | null
  state: 'waiting' | 'sent' | 'failed'
  attempts: number
  nextAttemptAt: Date
  /** Why the last attempt failed. */
  failure: string | null
  /** An invitation that still works, to be handed over some other way. */
  link: string | null
}

/**
 * Puts a letter of a district into the outbox; it leaves after the transaction.
 *
 * @throws Invalid when the recipient is not one plain address
 */
export async function queueMail(scope: WriteScope, mail: Mail) {
  await scope.db.insert(outgoingMail).values(rowOf(mail, scope.now))
}

/** Like `queueMail`, for any number of letters. @throws Invalid as `queueMail` does */
export async function queueMails(scope: WriteScope, mails: Mail[]) {
  await scope.db.insertMany(
    outgoingMail,
    mails.map((mail) => rowOf(mail, scope.now)),
  )
}

/** Like `queueMail`, for a letter that concerns an account and no district may read. */
export async function queueAccountMail(tx: Db, mail: Mail, now: Date) {
  await tx.insert(outgoingMail).values(rowOf(mail, now))
}

/** Takes back a letter that has not been sent. */
export async function unqueueMail(scope: WriteScope, mail: Pick<Mail, 'recipient' | 'subject'>) {
  await scope.db
    .delete(outgoingMail)
    .where(
      and(
        eq(outgoingMail.recipient, mail.recipient),
        eq(outgoingMail.subject, oneLine(mail.subject)),
        isNull(outgoingMail.sentAt),
      ),
    )
}

/** The letters of a district, the newest first. @throws Forbidden */
export async function listOutbox(scope: Scope, page = 1): Promise<Page<OutboxMail>> {
  authorize(scope.actor, 'outbox.view')
  const rows = await scope.db
    .select({
      id: outgoingMail.id,
      recipient: outgoingMail.recipient,
      subject: outgoingMail.subject,
      text: outgoingMail.text,
      createdAt: outgoingMail.createdAt,
      sentAt: outgoingMail.sentAt,
      attempts: outgoingMail.attempts,
      nextAttemptAt: outgoingMail.nextAttemptAt,
      failure: outgoingMail.failure,
    })
    .from(outgoingMail)
    .orderBy(desc(outgoingMail.createdAt), desc(outgoingMail.id))
    .limit(window(page).limit)
    .offset(window(page).offset)
  const working = await workingInvitations(
    scope,
    rows.map(({ text }) => text),
  )
  const mails = rows.map((row): OutboxMail => {
    const link = oneTimeLinkIn(row.text)
    return {
      ...row,
      text: withoutLink(row.text),
      state: row.sentAt ? 'sent' : row.attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting',
      link: link && working.has(digestOf(link.secret)) ? link.href : null,
    }
  })
  return pageOf(mails, await scope.db.count(outgoingMail), page)
}

async function workingInvitations(scope: Scope, texts: string[]) {
  const hashes = texts.flatMap((text) => {
    const link = oneTimeLinkIn(text)
    return link?.kind === 'invitations' ? [digestOf(link.secret)] : []
  })
  if (hashes.length === 0) return new Set<string>()
  const rows = await scope.db
    .select({ hash: tokens.hash })
    .from(tokens)
    .where(
      and(
        inArray(tokens.hash, hashes),
        eq(tokens.kind, 'invitation'),
        isNull(tokens.usedAt),
        gt(tokens.expiresAt, scope.now),
      ),
    )
  return new Set(rows.map(({ hash }) => hash))
}

function rowOf({ recipient, subject, text, attachment = null }: Mail, now: Date) {
  if (!isEmail(recipient)) {
    throw new Invalid(
      'email',
      'Mail cannot be sent to this address. Write one address, such as ana@example.org.',
    )
  }
  return {
    id: newId(),
    recipient,
    subject: oneLine(subject),
    text,
    attachment,
    createdAt: now,
    nextAttemptAt: now,
  }
}
