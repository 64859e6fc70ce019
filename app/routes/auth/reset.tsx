import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { PASSWORD_HINT } from '~/domain/people/password'
import { getReset, resetPassword } from '~/domain/people/resets.server'
import { newPasswordInput } from '~/domain/people/sign-in-inputs.server'
import { endSession } from '~/http/auth.server'
import { redirectWithNotice } from '~/http/flash.server'
import { paths } from '~/http/paths'
import { submitPrivately } from '~/http/private-form.server'
import { answer } from '~/http/respond.server'
import { Button } from '~/ui/button'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'
import { GoneLink } from './gone-link'
import { PasswordField } from './password-field'

export const meta: MetaFunction = () => [{ title: 'Choose a new password · Cairn' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { store, now = new Date() } = context
  const { email } = await answer(() => getReset(store.read, params.token ?? '', now))
  return { email }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { store, now = new Date() } = context
  return submitPrivately(request, newPasswordInput, async ({ password }) => {
    await answer(() => resetPassword(store, params.token ?? '', password, now))
    const response = await redirectWithNotice(
      paths.signIn(),
      'Your password is changed, and you are signed out everywhere. Sign in with the new one.',
    )
    response.headers.append('Set-Cookie', await endSession(context, request))
    return response
  })
}

export default function Reset() {
  const { email } = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  return (
    <PlainFrame homeHref={paths.signIn()}>
      <PageHeader title="Choose a new password" lead={`For ${email}.`} />
      <Form method="post" noValidate>
        <FormReply reply={reply}>
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <div className="space-y-6">
            <PasswordField name="password" label="New password" hint={PASSWORD_HINT} isNew />
            <Button tone="primary" wide>
              Change the password
            </Button>
          </div>
        </FormReply>
      </Form>
    </PlainFrame>
  )
}

export function ErrorBoundary() {
  return (
    <GoneLink action={<ButtonLink href={paths.forgottenPassword()}>Ask for a new link</ButtonLink>}>
      It has been used already, or it is older than an hour. Your password is as it was.
    </GoneLink>
  )
}
