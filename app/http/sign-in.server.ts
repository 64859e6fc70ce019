import type { ActionFunctionArgs } from '@remix-run/node'
import { changePassword } from '~/domain/people/password-change.server'
import { signIn } from '~/domain/people/sign-in.server'
import { startSession, type User } from './auth.server'
import { findDevice, rememberDevice } from './known-device.server'

/**
 * Signs somebody in.
 *
 * @returns the headers that make this browser theirs
 * @throws Invalid · TryLater like the domain's `signIn`
 */
export async function signInWith(
  { request, context }: ActionFunctionArgs,
  given: { email: string; password: string },
) {
  const { store, environment, address, now = new Date() } = context
  const device = findDevice(request, environment, given.email)
  const isDemo = environment.mode !== 'production'
  const { userId } = await signIn(store, { ...given, address, device, isDemo, now })
  const headers = new Headers()
  headers.append('Set-Cookie', await startSession(context, userId, request))
  headers.append('Set-Cookie', rememberDevice(environment, given.email))
  return headers
}

/**
 * Changes the password of the person who asks. They are signed out everywhere but in this browser,
 * which goes on with a new secret.
 *
 * @returns the headers to answer with
 * @throws Invalid · TryLater like the domain's `changePassword`
 */
export async function changeOwnPassword(
  { request, context }: ActionFunctionArgs,
  user: User,
  given: { currentPassword: string; newPassword: string },
) {
  const { store, environment, address, now = new Date() } = context
  const device = findDevice(request, environment, user.email)
  await changePassword(store, user.id, { ...given, address, device, now })
  return new Headers({ 'Set-Cookie': await startSession(context, user.id, request) })
}
