import { redirect } from '@remix-run/node'
import { Conflict } from '~/domain/errors'
import { redirectWithNotice } from '~/http/flash.server'

/** Does what a button asks for and goes back to the page it stood on; a conflict is told there. */
export async function backTo(path: string, work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    if (error instanceof Conflict) return redirectWithNotice(path, error.message)
    throw error
  }
  return redirect(path)
}
