import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { endAffiliation, openEnding } from '~/domain/members/ending.server'
import { endingInput } from '~/domain/members/inputs.server'
import { ROLES } from '~/domain/staff/staff'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { DateField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'End an affiliation · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const personId = idOf(args.params.person)
  const affiliation = await member.read(openEnding, personId, idOf(args.params.affiliation))
  return { ...affiliation, personId }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const personId = idOf(args.params.person)
  const affiliationId = idOf(args.params.affiliation)
  return submit(args.request, endingInput, async (input) => {
    await member.write(endAffiliation, personId, affiliationId, input)
    return redirectWithNotice(paths.person(member.district, personId), 'Affiliation ended.')
  })
}

export default function Ending() {
  const { personId, name, role, organization, startedOn, endedOn } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.person(district, personId)
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
        title={`End the role of ${ROLES[role].toLowerCase()} at ${organization}?`}
        lead={
          <>
            {name} has worked there as {ROLES[role].toLowerCase()} since{' '}
            <Day value={startedOn} today={today} />. What was learned and approved until then stays
            as it is.
          </>
        }
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <DateField
            name="endedOn"
            label="Last day"
            required
            min={startedOn}
            defaultValue={endedOn ?? today}
          />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="danger" pending={isSending}>
            End it
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
