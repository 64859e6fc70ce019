import type { Db } from '#db/client.server'
import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import { stateViewers, userEmails, users } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { isEmail, normalizeEmail } from '../mail/address'
import { findAccount } from '../people/accounts.server'
import { createResetLink } from '../people/resets.server'
import { STATES } from '../people/states'

type Appointment = { state: string; email: string; origin: string; now: Date }

/**
 * Lets somebody compare the districts of a state. Who has no account gets one.
 *
 * @param state the postal code
 * @returns a link with which somebody new chooses a password; null for who signs in already
 * @throws Invalid when it is no state or no address
 */
export async function appointStateViewer(tx: Db, { state, email, origin, now }: Appointment) {
  if (!STATES[state]) throw new Invalid('state', `“${state}” is not the code of a state.`)
  const address = normalizeEmail(email)
  if (!isEmail(address)) throw new Invalid('email', `“${email}” is not an address.`)
  const known = await findAccount(tx, address)
  const userId = known?.userId ?? (await addUser(tx, address, now))
  await tx
    .insert(stateViewers)
    .values({ userId, state, appointedAt: now })
    .onConflictDoUpdate({
      target: [stateViewers.userId, stateViewers.state],
      set: { appointedAt: now, dismissedAt: null },
    })
  return known?.passwordHash ? null : createResetLink(tx, userId, { email: address, origin, now })
}

/** @throws NotFound when nobody with the address may compare the districts of the state */
export async function dismissStateViewer(
  tx: Db,
  { state, email, now }: Omit<Appointment, 'origin'>,
) {
  const account = await findAccount(tx, email)
  const dismissed = account
    ? await tx
        .update(stateViewers)
        .set({ dismissedAt: now })
        .where(
          and(
            eq(stateViewers.userId, account.userId),
            eq(stateViewers.state, state),
            isNull(stateViewers.dismissedAt),
          ),
        )
        .returning({ userId: stateViewers.userId })
    : []
  if (dismissed.length === 0) throw new NotFound(`${email} does not see the districts of ${state}.`)
}

async function addUser(tx: Db, email: string, now: Date) {
  const id = newId()
  await tx.insert(users).values({ id, createdAt: now })
  await tx.insert(userEmails).values({ email, userId: id, verifiedAt: now })
  return id
}
