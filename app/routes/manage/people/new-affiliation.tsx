import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { openNewAffiliation, startAffiliation } from '~/domain/members/affiliating.server'
import { affiliationInput } from '~/domain/members/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { DateField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { AffiliationFields } from './affiliation-fields'

export const meta: MetaFunction = () => [{ title: 'Start an affiliation · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const personId = idOf(args.params.person)
  const form = await member.read(openNewAffiliation, personId)
  return { ...form, personId, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const personId = idOf(args.params.person)
  return submit(args.request, affiliationInput, async (input) => {
    await member.write(startAffiliation, personId, input)
    return redirectWithNotice(paths.person(member.district, personId), 'Affiliation started.')
  })
}

export default function NewAffiliation() {
  const { id, personId, name, organizations, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
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
        title="Start an affiliation"
        lead={`Another place or role for ${name}. Whoever moves has the old one ended as well.`}
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <input type="hidden" name="id" value={id} />
          <AffiliationFields organizations={organizations} />
          <DateField name="endedOn" label="Until" optional hint="The last day, if it is known." />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" pending={isSending}>
            Start it
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
