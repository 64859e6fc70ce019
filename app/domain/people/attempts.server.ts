import type { Db } from '#db/client.server'
import { newId } from '#db/id'
import { and, eq, gt, lt } from '#db/query.server'
import { signInFailures } from '#db/schema'
import { TryLater } from './try-later'

/** Somebody's try to prove who they are. */
export type Attempt = {
  /** The account, whether there is one or not, in a form that tells nothing. */
  account: string
  /** The address it comes from. */
  address: string
  /** The browser's own mark, if this person has signed in with it before. */
  device: string | null
  now: Date
}

const WINDOW = 5 * 60 * 1000
const FROM_ONE_PLACE = 10
const IN_TOTAL = 20
const DEVICE = 'device:'

/** Schools send hundreds of people through one address: it is never blocked as a whole. */
const placeOf = ({ address, device }: Attempt) => (device ? `${DEVICE}${device}` : address)

/**
 * Refuses an attempt when too many have failed within five minutes: 10 from one place, 20 in total.
 * A stranger blocks himself first; a browser that this person has used before counts for itself, so
 * that no stranger can lock its owner out.
 *
 * @throws TryLater
 */
export async function refuseTooMany(db: Db, attempt: Attempt) {
  const since = new Date(attempt.now.getTime() - WINDOW)
  const failed = await db
    .select({ address: signInFailures.address })
    .from(signInFailures)
    .where(and(eq(signInFailures.account, attempt.account), gt(signInFailures.failedAt, since)))
  const here = failed.filter(({ address }) => address === placeOf(attempt))
  const byStrangers = failed.filter(({ address }) => !address.startsWith(DEVICE))
  if (
    here.length >= FROM_ONE_PLACE ||
    (attempt.device === null && byStrangers.length >= IN_TOTAL)
  ) {
    throw new TryLater(
      'attempts',
      'That was tried too often. Nothing is lost: wait five minutes, then try again, or ask for a new password.',
      WINDOW / 1000,
    )
  }
}

/**
 * Counts an attempt as failed before anything is compared, so that many at once are all counted.
 * `forgive` takes it back.
 *
 * @throws TryLater like `refuseTooMany`
 */
export async function countAttempt(tx: Db, attempt: Attempt) {
  await refuseTooMany(tx, attempt)
  const { account, now } = attempt
  await tx
    .delete(signInFailures)
    .where(
      and(
        eq(signInFailures.account, account),
        lt(signInFailures.failedAt, new Date(now.getTime() - WINDOW)),
      ),
    )
  await tx
    .insert(signInFailures)
    .values({ id: newId(), account, address: placeOf(attempt), failedAt: now })
}

/** Forgets the failures of one place, where it has turned out to be the right person. */
export async function forgive(tx: Db, attempt: Attempt) {
  await tx
    .delete(signInFailures)
    .where(
      and(
        eq(signInFailures.account, attempt.account),
        eq(signInFailures.address, placeOf(attempt)),
      ),
    )
}
