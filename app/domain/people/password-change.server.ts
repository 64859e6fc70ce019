import type { Store } from '#db/client.server'
import { eq } from '#db/query.server'
import { users } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { digestOf } from '../secret.server'
import { listEmails, namesAround } from './accounts.server'
import type { Attempt } from './attempts.server'
import { hashNewPassword } from './new-password.server'
import { replacePassword } from './resets.server'
import { prove } from './sign-in.server'

type Change = Omit<Attempt, 'account'> & { currentPassword: string; newPassword: string }

/**
 * Changes a person's own password and ends all their sessions: the one they ask from has to be
 * started anew.
 *
 * @throws Invalid when the current password is not right, or the new one will not do
 * @throws TryLater after too many wrong ones
 */
export async function changePassword(store: Store, userId: string, change: Change) {
  const { currentPassword, newPassword, now } = change
  const [user] = await store.read
    .select({
      userId: users.id,
      passwordHash: users.passwordHash,
      disabledAt: users.disabledAt,
    })
    .from(users)
    .where(eq(users.id, userId))
  if (!user) throw new NotFound('No account.')

  await prove(store, user, currentPassword, { ...change, account: digestOf(userId) }).catch(
    (error: unknown) => {
      if (!(error instanceof Invalid)) throw error
      throw new Invalid('currentPassword', 'That is not your password now. Type it again.')
    },
  )
  const names = await namesAround(store.read, { userId })
  const emails = await listEmails(store.read, userId)
  const passwordHash = await hashNewPassword(newPassword, [...names, ...emails], 'newPassword')
  await store.write((tx) => replacePassword(tx, userId, passwordHash, now))
}
