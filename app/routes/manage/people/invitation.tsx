import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { invitationInput } from '~/domain/members/inputs.server'
import { openInvitation } from '~/domain/members/inviting.server'
import { inviteMember } from '~/domain/people/invitations.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { LinkToHandOver } from '~/parts/link-to-hand-over'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'Invite · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const invitation = await member.read(openInvitation, idOf(args.params.person))
  return { ...invitation, sendsMail: args.context.environment.smtpUrl !== undefined }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const personId = idOf(args.params.person)
  const { origin } = args.context.environment
  return submit(args.request, invitationInput, async () => ({
    link: await member.write(inviteMember, personId, origin),
  }))
}

export default function Invitation() {
  const { id, name, email, invitedAt, sendsMail } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const answer = useActionData<typeof action>()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.person(district, id)
  const link = answer && 'link' in answer ? answer.link : null
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'People', href: paths.people(district) },
              { label: name, href: back },
            ]}
          />
        }
        title={invitedAt ? `Invite ${name} again` : `Invite ${name}`}
        lead="They get a letter with a link that works once, for seven days. With it they choose a password."
      />
      {link ? (
        <div className="max-w-form space-y-6">
          {sendsMail ? (
            <Notice tone="good" live title={`The invitation to ${email} is on its way.`}>
              If the letter does not arrive, hand the link over yourself.
            </Notice>
          ) : (
            <Notice tone="warn" live title="This server sends no mail.">
              The invitation is made. Hand the link over yourself.
            </Notice>
          )}
          <LinkToHandOver link={link} />
          <ButtonLink href={back}>Back to {name}</ButtonLink>
        </div>
      ) : (
        <Form method="post" noValidate className="max-w-form">
          <FormReply reply={answer && 'error' in answer ? answer : null}>
            {invitedAt && <p>The link of the last invitation stops working.</p>}
          </FormReply>
          <FormActions>
            <Button type="submit" tone="primary" icon="mail" pending={isSending}>
              Send it to {email}
            </Button>
            <ButtonLink href={back} tone="quiet">
              Cancel
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </>
  )
}
