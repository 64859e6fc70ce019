import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'

const STATUS = [
  [NotFound, 404],
  [Forbidden, 403],
  [Conflict, 409],
  [Invalid, 422],
] as const

/**
 * Runs a query or a command, and turns an error of the domain into a response with its status.
 * `Invalid` and `Conflict` pass as they are: a form shows them (`submit`).
 *
 * @throws Response
 */
export async function answer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) throw toResponse(error)
    throw error
  }
}

function toResponse(error: Error) {
  const [, status] = STATUS.find(([kind]) => error instanceof kind)!
  return new Response(error.message, { status, statusText: error.name })
}

/** The answer to somebody who asks for what is not there. */
export const notFound = () => new Response('Not found.', { status: 404, statusText: 'NotFound' })
