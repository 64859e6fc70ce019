import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { addMember, openNewMember } from '~/domain/members/editing.server'
import { newMemberInput } from '~/domain/members/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { AffiliationFields } from './affiliation-fields'
import { PersonFields } from './person-fields'

export const meta: MetaFunction = () => [{ title: 'Add a person · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { ...(await member.read(openNewMember)), kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const { origin, smtpUrl } = args.context.environment
  const whatBecomesOfIt = smtpUrl ? 'is on its way' : 'waits in the outbox'
  return submit(args.request, newMemberInput, async (input) => {
    const person = await member.write(addMember, input, origin)
    return redirectWithNotice(
      paths.person(member.district, person),
      input.invite ? `Added, and an invitation to ${input.email} ${whatBecomesOfIt}.` : 'Added.',
    )
  })
}

export default function NewPerson() {
  const { id, organizations, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'People', href: paths.people(district) }]} />}
        title="Add a person"
        lead="For those who are not in the roster. Whole schools come in faster with a roster file."
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <input type="hidden" name="id" value={id} />
          <PersonFields values={{}} />
          <AffiliationFields organizations={organizations} />
          <CheckboxField
            label="Invite them right away"
            name="invite"
            hint="They get a letter with a link to choose a password."
          />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" pending={isSending}>
            Add this person
          </Button>
          <ButtonLink href={paths.people(district)} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
