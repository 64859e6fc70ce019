import { redirect } from '@remix-run/node'
import { Conflict, Invalid } from '~/domain/errors'
import { redirectWithNotice } from './flash.server'

/**
 * Runs what the button of a one-button form asks for, and goes back to the page it stands on. What the
 * domain refuses, or finds changed in the meantime, is said there; nothing was typed that could be lost.
 *
 * @param work answers what to say when it is done, and where to go then if not back; nothing when the page
 *   shows it by itself
 */
export async function press(
  path: string,
  work: () => Promise<{ text: string; path?: string } | void>,
): Promise<Response> {
  try {
    const done = await work()
    return done ? await redirectWithNotice(done.path ?? path, done.text) : redirect(path)
  } catch (error) {
    if (error instanceof Invalid || error instanceof Conflict) {
      return redirectWithNotice(path, error.message, { tone: 'warn' })
    }
    throw error
  }
}
