import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { passwordChangeInput } from '~/domain/people/sign-in-inputs.server'
import { requireUser } from '~/http/auth.server'
import { redirectWithNotice } from '~/http/flash.server'
import { redirectWithReply } from '~/http/flash-reply.server'
import { paths } from '~/http/paths'
import { refusalOf, submitPrivately } from '~/http/private-form.server'
import { changeOwnPassword } from '~/http/sign-in.server'

export async function loader() {
  return redirect(paths.account())
}

/** Changes one's own password; the form stands on the account page, and a refusal goes back there. */
export async function action(args: ActionFunctionArgs) {
  const user = await requireUser(args)
  const answer = await submitPrivately(args.request, passwordChangeInput, async (given) => {
    const headers = await changeOwnPassword(args, user, given)
    const response = await redirectWithNotice(
      paths.account(),
      'Your password is changed. Every other browser was signed out.',
    )
    for (const cookie of headers.getSetCookie()) response.headers.append('Set-Cookie', cookie)
    return response
  })
  const refusal = refusalOf(answer)
  return refusal ? redirectWithReply(paths.account(), refusal) : answer
}
