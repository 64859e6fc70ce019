import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listEmails } from '~/domain/people/accounts.server'
import { listDistrictsOf } from '~/domain/people/actor.server'
import { listDistrictsLeft } from '~/domain/people/former.server'
import { PASSWORD_HINT } from '~/domain/people/password'
import { listSessions, requireUser } from '~/http/auth.server'
import { takeReply } from '~/http/flash-reply.server'
import { takeNotice } from '~/http/flash.server'
import { paths } from '~/http/paths'
import { LeftDistricts } from '~/parts/left-districts'
import { Button } from '~/ui/button'
import { FormReply } from '~/ui/form-reply'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'
import { Section } from '~/ui/section'
import { SingleKeysSection } from '~/ui/single-keys'
import { PasswordField } from './password-field'
import { SessionList } from './session-list'

export const meta: MetaFunction = () => [{ title: 'Your account · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const user = await requireUser(args)
  const { store, now = new Date() } = args.context
  const { notice, headers } = await takeNotice(args.request)
  const { reply, forget } = await takeReply(args.request)
  if (forget) headers.append('Set-Cookie', forget)
  const [emails, districts, left, sessions] = await Promise.all([
    listEmails(store.read, user.id),
    listDistrictsOf(store.read, user.id, now),
    listDistrictsLeft(store.read, user.id, now),
    listSessions(args.context, user),
  ])
  return data({ emails, districts, left, sessions, now, notice, reply }, { headers })
}

export default function Account() {
  const { emails, districts, left, sessions, now, notice, reply } = useLoaderData<typeof loader>()
  return (
    <PlainFrame wide>
      <PageHeader title="Your account" lead={emails.join(' · ')}>
        {notice && (
          <Notice tone={notice.tone} live>
            {notice.text}
          </Notice>
        )}
      </PageHeader>

      <Section title="Your districts">
        {districts.length > 0 ? (
          <ul className="space-y-2">
            {districts.map((district) => (
              <li key={district.slug}>
                <TextLink href={paths.home(district)} strong>
                  {district.name}
                </TextLink>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-quiet">
            You are not with a district now. Everything you recorded is kept.
          </p>
        )}
      </Section>

      <LeftDistricts districts={left} />

      <Section
        title="Change your password"
        lead="Every other browser is signed out. This one stays signed in."
      >
        <Form method="post" action={paths.accountPassword()} noValidate className="max-w-narrow">
          <FormReply reply={reply}>
            <input type="text" autoComplete="username" value={emails[0] ?? ''} readOnly hidden />
            <div className="space-y-6">
              <PasswordField name="currentPassword" label="Password now" />
              <PasswordField name="newPassword" label="New password" hint={PASSWORD_HINT} isNew />
              <Button tone="primary">Change the password</Button>
            </div>
          </FormReply>
        </Form>
      </Section>

      <Section
        title="Where you are signed in"
        lead="If you do not know one of them, sign it out and change your password."
      >
        <SessionList sessions={sessions} now={now} />
        <Form method="post" action={paths.accountSessions()} className="mt-4">
          <Button icon="sign-out">Sign out everywhere</Button>
        </Form>
      </Section>

      <SingleKeysSection />
    </PlainFrame>
  )
}
