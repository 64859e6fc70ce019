import { Form } from '@remix-run/react'
import { PASSWORD_HINT } from '~/domain/people/password'
import { paths } from '~/http/paths'
import { Button } from '~/ui/button'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PasswordField } from './password-field'

type Way = {
  email: string
  district: string
  path: string
  signedInAs: string | null
  reply?: Reply | null
}

/** For somebody new: a password, and the account is there. */
export function ChoosePassword({ email, reply }: Way) {
  return (
    <Form method="post" noValidate>
      <FormReply reply={reply}>
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <div className="space-y-6">
          <p>
            You will sign in with <strong>{email}</strong>.
          </p>
          <PasswordField name="password" label="Choose a password" hint={PASSWORD_HINT} isNew />
          <Button tone="primary" wide>
            Open my account
          </Button>
        </div>
      </FormReply>
    </Form>
  )
}

/** For somebody who is signed in: one account serves for every district. */
export function JoinWithAccount({ email, district, signedInAs, reply }: Way) {
  return (
    <>
      <Form method="post">
        <FormReply reply={reply}>
          <div className="space-y-6">
            <p>
              You are signed in as <strong>{signedInAs}</strong>. One account and one password serve
              for every district you are with.
            </p>
            <Button tone="primary" wide>
              Join {district}
            </Button>
          </div>
        </FormReply>
      </Form>
      {signedInAs !== email && (
        <Form method="post" action={paths.signOut()} className="mt-6 space-y-3">
          <p>
            The invitation went to {email}. If that is somebody else, or you want an account of its
            own for it, sign out and open the link again.
          </p>
          <Button>Sign out</Button>
        </Form>
      )}
    </>
  )
}

/** For an address that has an account: only its owner can join with it. */
export function AskForOwner({ email, path, signedInAs }: Way) {
  if (signedInAs) {
    return (
      <Form method="post" action={paths.signOut()} className="space-y-6">
        <p>
          This invitation is for <strong>{email}</strong>, and you are signed in as {signedInAs}.
          Sign out, then open the link again.
        </p>
        <Button tone="primary">Sign out</Button>
      </Form>
    )
  }
  return (
    <div className="space-y-6">
      <p>
        <strong>{email}</strong> has an account already. Sign in with it, and you can join.
      </p>
      <ButtonLink
        href={`${paths.signIn()}?${new URLSearchParams({ to: path })}`}
        tone="primary"
        wide
      >
        Sign in and join
      </ButtonLink>
    </div>
  )
}
