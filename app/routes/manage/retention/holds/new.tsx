import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { MAX_MATTER_LENGTH } from '~/domain/holds/hold'
import { holdInput } from '~/domain/holds/inputs.server'
import { openHoldForm, placeHold } from '~/domain/holds/placing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'Place a legal hold · Cairn' }]

/** `?person` says whom it is about; without, it is about everybody. */
const personOf = (request: Request) => queryOf(request).id('person')

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openHoldForm, personOf(args.request))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const person = personOf(args.request)
  return submit(args.request, holdInput, async (input) => {
    const id = await member.write(placeHold, person, input)
    return redirectWithNotice(paths.hold(member.district, id), 'The hold stands from now on.')
  })
}

export default function NewHold() {
  const { person, standing } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const back = person ? paths.person(district, person) : paths.holds(district)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Legal holds', href: paths.holds(district) }]} />}
        title={person ? `Place a legal hold on ${person.name}` : 'Place a legal hold on everybody'}
        lead={
          person
            ? `Until it is released, nothing of ${person.name} is destroyed, and they cannot delete drafts or evidence either.`
            : 'Until it is released, nothing in the district is destroyed, and nobody can delete drafts or evidence.'
        }
      >
        {!person && (
          <p className="max-w-line">
            Is it about one person only? Find them under{' '}
            <TextLink href={paths.people(district)}>People</TextLink> and place the hold there.
          </p>
        )}
      </PageHeader>
      {standing.length > 0 && (
        <div className="mb-6 max-w-form">
          <Notice tone="warn" title="A hold stands on them already">
            {standing.map(({ matter }) => `“${matter}”`).join(', ')}. Another one keeps everything
            until both are released.
          </Notice>
        </div>
      )}
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={useReply()}>
          <TextField
            name="matter"
            label="What is it for?"
            required
            maxLength={MAX_MATTER_LENGTH}
            hint="Such as the name and number of the case. Those who may see retention read it; the person does not."
          />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" pending={isSending}>
            Place the hold
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
