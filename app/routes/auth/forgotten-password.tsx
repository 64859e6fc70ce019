import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requestReset } from '~/domain/people/resets.server'
import { resetRequestInput } from '~/domain/people/sign-in-inputs.server'
import { paths } from '~/http/paths'
import { submitPrivately } from '~/http/private-form.server'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { FormReply } from '~/ui/form-reply'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'

export const meta: MetaFunction = () => [{ title: 'A new password · Cairn' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { mode, smtpUrl } = context.environment
  return { canSend: mode !== 'production' || smtpUrl !== undefined }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { store, environment, now = new Date() } = context
  return submitPrivately(request, resetRequestInput, async ({ email }) => {
    const link = await requestReset(store, { email, origin: environment.origin, now })
    return { sentTo: email, link: environment.mode === 'production' ? null : link }
  })
}

export default function ForgottenPassword() {
  const { canSend } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PlainFrame homeHref={paths.signIn()}>
      <PageHeader title="A new password" />
      <div className="space-y-6">
        {!canSend && (
          <Notice tone="warn" title="This server does not send mail yet">
            The person who runs it can give you a link with which you choose a new password.
          </Notice>
        )}
        {canSend && (answer && 'sentTo' in answer ? <Sent {...answer} /> : <Ask reply={answer} />)}
        <p>
          <TextLink href={paths.signIn()}>Back to sign in</TextLink>
        </p>
      </div>
    </PlainFrame>
  )
}

function Ask({ reply }: { reply: Parameters<typeof FormReply>[0]['reply'] }) {
  return (
    <Form method="post" noValidate>
      <FormReply reply={reply}>
        <div className="space-y-6">
          <TextField
            name="email"
            label="Email"
            hint="The address you sign in with. A link comes there, with which you choose a new password."
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Button tone="primary" wide>
            Send the link
          </Button>
        </div>
      </FormReply>
    </Form>
  )
}

function Sent({ sentTo, link }: { sentTo: string; link: string | null }) {
  return (
    <>
      <Notice tone="good" title="Look into your mail" live>
        If {sentTo} has an account here, a link is on its way. It works once, for an hour.
      </Notice>
      {link && (
        <Notice title="On this server the link is shown">
          <TextLink href={new URL(link).pathname}>Choose a new password</TextLink>
        </Notice>
      )}
    </>
  )
}
