import type { Db } from '#db/client.server'
import { and, eq, gt, isNull } from '#db/query.server'
import { tokens } from '#db/schema'
import { digestOf, newSecret } from '../secret.server'

type Token = typeof tokens.$inferSelect
type Kind = Token['kind']

const HOUR = 60 * 60 * 1000
const LIFETIMES: Record<Kind, number> = { setup: 24 * HOUR, invitation: 7 * 24 * HOUR, reset: HOUR }
const PATHS: Record<Kind, string> = { setup: 'setup', invitation: 'invitations', reset: 'reset' }

/** A new secret for a link, the row that knows it, and the link itself. */
export function newLink(kind: Kind, origin: string, now: Date) {
  const secret = newSecret()
  return {
    link: `${origin}/${PATHS[kind]}/${secret}`,
    row: {
      hash: digestOf(secret),
      kind,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIMES[kind]),
    },
  }
}

/** What a link stands for; null when it was used, is too old, or never was. Looking uses nothing up. */
export async function findLink(db: Db, kind: Kind, secret: string, now: Date) {
  const [token] = await db
    .select()
    .from(tokens)
    .where(working(kind, secret, now))
  return token ?? null
}

/** Uses a link up; null when it does not work any more. */
export async function spendLink(tx: Db, kind: Kind, secret: string, now: Date) {
  const [token] = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(working(kind, secret, now))
    .returning()
  return token ?? null
}

/** Whether links that work are among those. */
export const stillWorks = (now: Date) => and(isNull(tokens.usedAt), gt(tokens.expiresAt, now))

const working = (kind: Kind, secret: string, now: Date) =>
  and(eq(tokens.hash, digestOf(secret)), eq(tokens.kind, kind), stillWorks(now))
