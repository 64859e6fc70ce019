import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { sessionEndInput } from '~/domain/people/sign-in-inputs.server'
import { endAllSessions, endOneSession, endSession, requireUser } from '~/http/auth.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { paths } from '~/http/paths'
import { refusalOf } from '~/http/private-form.server'

export async function loader() {
  return redirect(paths.account())
}

/** Signs a person out in one other browser, or everywhere. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const user = await requireUser(args)
  const answer = await submit(request, sessionEndInput, async ({ session }) => {
    if (session) {
      await endOneSession(context, user.id, session)
      return redirectWithNotice(paths.account(), 'Signed out there.')
    }
    await endAllSessions(context, user.id)
    const response = await redirectWithNotice(paths.signIn(), 'You are signed out everywhere.')
    response.headers.append('Set-Cookie', await endSession(context, request))
    return response
  })
  return refusalOf(answer) ? redirect(paths.account()) : answer
}
