import { Invalid } from '../errors'
import { hashPassword, inTurn } from './password-hash.server'
import { passwordProblem } from './password'

/**
 * Hashes a new password.
 *
 * @param names that somebody would try first
 * @throws Invalid when the password is too short, too long, or one of the first to be tried
 * @throws TryLater when too many wait already
 */
export async function hashNewPassword(password: string, names: string[], field = 'password') {
  const problem = passwordProblem(password, names)
  if (problem) throw new Invalid(field, problem)
  return inTurn(() => hashPassword(password))
}
