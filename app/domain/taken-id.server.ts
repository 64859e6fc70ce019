import { isUniqueViolation } from '#db/query.server'
import { NotFound } from './errors'

/**
 * What an insert ends with whose identifier came with a form: `insert(…).values(…).catch(refuseTakenId(…))`.
 * The actor's own row was looked for before, so an identifier that is taken belongs to somebody else, and
 * its form is answered as if there were nothing.
 *
 * @throws NotFound with this message when the identifier is taken; any other error as it is
 */
export const refuseTakenId = (message: string) => (error: unknown) => {
  throw isUniqueViolation(error) ? new NotFound(message) : error
}
