import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  acceptInvitation,
  getInvitation,
  joinWithAccount,
} from '~/domain/people/invitations.server'
import { joinInput, newPasswordInput } from '~/domain/people/sign-in-inputs.server'
import { findUser } from '~/http/auth.server'
import { redirectWithNotice } from '~/http/flash.server'
import { paths } from '~/http/paths'
import { submitPrivately } from '~/http/private-form.server'
import { answer } from '~/http/respond.server'
import type { Reply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'
import { GoneLink } from './gone-link'
import { AskForOwner, ChoosePassword, JoinWithAccount } from './invitation-ways'

export const meta: MetaFunction = () => [{ title: 'Your invitation · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const { store, now = new Date() } = args.context
  const secret = args.params.token ?? ''
  const invitation = await answer(() => getInvitation(store.read, secret, now))
  const user = await findUser(args)
  const { district, name, email, accountId } = invitation
  return {
    district: district.name,
    name,
    email,
    path: paths.invitation(secret),
    hasAccount: accountId !== null,
    signedInAs: user && user.email,
    isOwner: user !== null && (accountId === null || accountId === user.id),
  }
}

/** Who is signed in joins with that account; who is not chooses a password for a new one. */
export async function action(args: ActionFunctionArgs) {
  const { store, now = new Date() } = args.context
  const secret = args.params.token ?? ''
  const user = await findUser(args)
  if (user) {
    return submitPrivately(args.request, joinInput, async () => {
      const district = await answer(() => joinWithAccount(store, secret, user.id, now))
      return redirectWithNotice(paths.home(district), `You are with ${district.name} now.`)
    })
  }
  return submitPrivately(args.request, newPasswordInput, async ({ password }) => {
    const email = await answer(() => acceptInvitation(store, secret, password, now))
    return redirectWithNotice(
      paths.signIn(),
      `Your account is ready. Sign in with ${email} and your new password.`,
    )
  })
}

export default function Invitation() {
  const invitation = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const { district, name, hasAccount, signedInAs, isOwner } = invitation
  return (
    <PlainFrame homeHref={paths.signIn()}>
      <PageHeader
        title={`Welcome, ${name}`}
        lead={`${district} has opened a professional-learning record for you.`}
      />
      {isOwner ? (
        <JoinWithAccount {...invitation} reply={reply} />
      ) : hasAccount || signedInAs ? (
        <AskForOwner {...invitation} />
      ) : (
        <ChoosePassword {...invitation} reply={reply} />
      )}
    </PlainFrame>
  )
}

export function ErrorBoundary() {
  return (
    <GoneLink>
      It has been used already, is older than a week, or a newer invitation has taken its place. If
      you have chosen a password, sign in with it; otherwise ask your district for a new invitation.
    </GoneLink>
  )
}
