import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { editMember, openMemberForm } from '~/domain/members/editing.server'
import { memberInput } from '~/domain/members/inputs.server'
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
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PersonFields, SubjectsField } from './person-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.person.name ?? 'a person'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const person = await member.read(openMemberForm, idOf(args.params.person))
  return { person, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.person)
  return submit(args.request, memberInput, async (input) => {
    await member.write(editMember, id, input)
    return redirectWithNotice(paths.person(member.district, id), 'Saved.')
  })
}

export default function EditPerson() {
  const { person, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  const isSending = useNavigation().state === 'submitting'
  const back = paths.person(district, person)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'People', href: paths.people(district) },
              { label: person.name, href: back },
            ]}
          />
        }
        title={`Edit ${person.name}`}
      />
      {person.sourceId && (
        <div className="mb-6 max-w-form">
          <Notice>
            The name and the address come from the roster. Change them there, or the next import
            changes them back.
          </Notice>
        </div>
      )}
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <PersonFields values={person} />
          <SubjectsField subjects={person.subjects} />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" pending={isSending}>
            Save
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
