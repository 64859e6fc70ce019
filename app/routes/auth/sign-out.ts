import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '~/http/auth.server'
import { redirectWithNotice } from '~/http/flash.server'
import { paths } from '~/http/paths'

/** Looking at the address signs nobody out. */
export async function loader() {
  return redirect(paths.start())
}

export async function action({ request, context }: ActionFunctionArgs) {
  const forget = await endSession(context, request)
  const response = await redirectWithNotice(paths.signIn(), 'You are signed out.')
  response.headers.append('Set-Cookie', forget)
  response.headers.set('Clear-Site-Data', '"cache", "storage"')
  return response
}
