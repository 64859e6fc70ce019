import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { editLicense } from '~/domain/licenses/editing.server'
import { openLicenseForm } from '~/domain/licenses/forms.server'
import { licenseInput } from '~/domain/licenses/inputs.server'
import { noteView } from '~/domain/record/opening.server'
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
import { Dialog, DialogClose, DialogTrigger } from '~/ui/dialog'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { renewalTrail } from '../trail'
import { LicenseForm } from './license-form'

export const meta: MetaFunction = () => [{ title: 'License · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const form = await member.read(openLicenseForm, idOf(args.params.license))
  if (!form.isOwn) await member.write(noteView, form.license.memberId, 'license')
  return { ...form, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.license)
  return submit(args.request, licenseInput, async (input) => {
    const { isOwn } = await member.write(editLicense, { ...input, id })
    const { district } = member
    return redirectWithNotice(
      isOwn ? paths.renewal(district) : paths.managedLicenses(district),
      'License saved.',
    )
  })
}

export default function EditLicense() {
  const { license, state, choices, owner, isOwn, cycleId, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  const trail = renewalTrail(district, isOwn)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[trail]} />}
        title={license.area ?? `License of ${state.name}`}
        lead={[
          ...(isOwn ? [] : [owner]),
          state.name,
          license.isPrimary ? 'Primary license' : 'Additional license, judged with the primary one',
        ].join(' · ')}
      >
        {cycleId && (
          <TextLink href={paths.editCycle(district, cycleId)}>Its renewal cycle</TextLink>
        )}
      </PageHeader>
      <LicenseForm
        key={license.id}
        id={license.id}
        version={license.version}
        state={state}
        choices={choices}
        values={license}
        reply={reply}
        backTo={trail.href}
        action="Save"
      />
      <OtherActions />
    </>
  )
}

function OtherActions() {
  const { license, state, others } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <Section title="Other changes">
      <div className="flex flex-wrap gap-3">
        {!license.isPrimary && (
          <Form method="post" action={paths.licensePrimary(district, license)}>
            <Button icon="arrow">Make it the primary license of {state.name}</Button>
          </Form>
        )}
        <DialogTrigger of="remove" tone="danger" icon="trash">
          Remove the license
        </DialogTrigger>
      </div>
      <Dialog id="remove" title="Remove this license?">
        <p className="mb-4">
          {license.isPrimary && others > 0
            ? `The oldest other license of ${state.name} becomes the primary one, and the cycle goes on with it.`
            : license.isPrimary
              ? 'Its renewal cycle is closed. What was earned in it stays in the record.'
              : 'The renewal cycle goes on without it.'}
        </p>
        <Form
          method="post"
          action={paths.licenseRemoval(district, license)}
          className="flex flex-wrap gap-3"
        >
          <Button tone="danger">Remove it</Button>
          <DialogClose tone="quiet">Keep it</DialogClose>
        </Form>
      </Dialog>
    </Section>
  )
}
