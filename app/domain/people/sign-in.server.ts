import type { Db, Store } from '#db/client.server'
import { eq } from '#db/query.server'
import { users } from '#db/schema'
import { DEMO_PASSWORD } from '#db/seed/names'
import { Invalid } from '../errors'
import { findAccount } from './accounts.server'
import { type Attempt, countAttempt, forgive, refuseTooMany } from './attempts.server'
import { normalizeEmail } from '../mail/address'
import { hashPassword, inTurn, isOutdated, isPasswordOf } from './password-hash.server'
import { digestOf } from '../secret.server'

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/** What somebody gives to sign in, and what the server sees of them. */
export type SignIn = Omit<Attempt, 'account'> & {
  email: string
  password: string
  /** Whether this server is a demonstration, where everybody knows the password. */
  isDemo: boolean
}

/**
 * Finds out who signs in. An address nobody has costs the same work and gets the same answer as a
 * wrong password.
 *
 * @throws Invalid when the address and the password do not belong together
 * @throws TryLater after too many failures, or when too many people sign in at once
 */
export async function signIn(store: Store, given: SignIn): Promise<{ userId: string }> {
  if (given.password === DEMO_PASSWORD && !given.isDemo) {
    throw new Invalid(
      null,
      'That is the password of the demonstration, and this is not a demonstration. Use your own, or ask for a new one.',
    )
  }
  const email = normalizeEmail(given.email)
  const account = await findAccount(store.read, email)
  await prove(store, account, given.password, {
    ...given,
    account: digestOf(account?.userId ?? email),
  })
  return { userId: account!.userId }
}

/**
 * Makes sure that somebody knows the password of an account.
 *
 * @throws Invalid when they do not, or nobody may sign in with it
 * @throws TryLater like `signIn`
 */
export async function prove(
  store: Store,
  account: Account | null,
  password: string,
  attempt: Attempt,
) {
  await refuseTooMany(store.read, attempt)
  await inTurn(async () => {
    await store.write((tx) => countAttempt(tx, attempt))
    const fits = await isPasswordOf(account?.passwordHash ?? null, password)
    if (!fits || !account || account.disabledAt) throw doNotBelongTogether()

    const renewed = isOutdated(account.passwordHash!) ? await hashPassword(password) : null
    await store.write(async (tx) => {
      await refuseChanged(tx, account)
      await forgive(tx, attempt)
      if (!renewed) return
      await tx.update(users).set({ passwordHash: renewed }).where(eq(users.id, account.userId))
    })
  })
}

/** While a password was compared, it may have been changed or the account closed. */
async function refuseChanged(tx: Db, account: Account) {
  const [user] = await tx
    .select({ passwordHash: users.passwordHash, disabledAt: users.disabledAt })
    .from(users)
    .where(eq(users.id, account.userId))
  if (user?.passwordHash !== account.passwordHash || user.disabledAt) throw doNotBelongTogether()
}

const doNotBelongTogether = () =>
  new Invalid(
    null,
    'This email and this password do not belong together. Check both, or ask for a new password.',
  )
