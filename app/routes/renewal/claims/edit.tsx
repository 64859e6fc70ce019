import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { CLAIM_KINDS, editClaim, openClaim } from '~/domain/claims/editing.server'
import { claimInput } from '~/domain/claims/inputs.server'
import { previewClaim } from '~/domain/renewal/preview.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf, oneOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { ClaimFields } from '~/parts/claim-fields'
import { useDistrict } from '~/parts/district-context'
import { RuleView } from '~/parts/rule-view'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { renewalTrail } from '../trail'

export const meta: MetaFunction = () => [{ title: 'What it is for · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const kind = oneOf(args.params.kind, CLAIM_KINDS)
  const id = idOf(args.params.subject)
  const claim = await member.read(openClaim, kind, id)
  const preview = await member.read(previewClaim, kind, id)
  return { ...claim, preview, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const kind = oneOf(args.params.kind, CLAIM_KINDS)
  const id = idOf(args.params.subject)
  return submit(args.request, claimInput, async (input) => {
    await member.write(editClaim, kind, id, input)
    return redirectWithNotice(paths.claim(member.district, kind, id), 'Saved.')
  })
}

export default function EditClaim() {
  const { subject, kind, form, preview, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[renewalTrail(district, true)]} />}
        title={subject.title || 'An activity without a title yet'}
        lead="What it is for, with regard to your license."
      />
      {form ? (
        <Form method="post" noValidate className="max-w-form">
          <FormReply reply={reply}>
            <ClaimFields
              form={form}
              isSettled={subject.isSettled}
              isProofSettled={subject.isProofSettled}
            />
            <RuleView kind={kind} id={subject.id} preview={preview} savedAt={null} />
            <FormActions>
              <Button tone="primary">Save</Button>
            </FormActions>
          </FormReply>
        </Form>
      ) : (
        <EmptyState title="No renewal cycle is open" icon="calendar">
          Add the license you renew first, and its categories stand here.
        </EmptyState>
      )}
    </>
  )
}
