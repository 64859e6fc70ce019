import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { RHYTHMS, rhythmInWords } from '~/domain/reports/delivery'
import { arrangeDelivery, stopDelivery } from '~/domain/reports/delivery.server'
import { deliveryInput } from '~/domain/reports/inputs.server'
import { openSavedReport } from '~/domain/reports/saved.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { SelectField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { SavedTrail } from './saved-trail'

export const meta: MetaFunction = () => [{ title: 'A report by mail · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const opened = await member.read(openSavedReport, idOf(args.params.saved))
  return { ...opened, sendsMail: args.context.environment.smtpUrl !== undefined }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.saved)
  const there = paths.savedReport(member.district, id)
  const form = await args.request.formData()
  if (form.get('intent') === 'stop') {
    await member.write(stopDelivery, id)
    return redirectWithNotice(there, 'It no longer comes to you by mail.')
  }
  return submit(form, deliveryInput, async (input) => {
    await member.write(arrangeDelivery, id, input)
    return redirectWithNotice(there, `It comes to you ${rhythmInWords({ weekday: input.when })}.`)
  })
}

export default function Delivery() {
  const { saved, delivery, sendsMail } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isSaving = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<SavedTrail all />}
        title={`“${saved.name}” by mail`}
        lead="A letter with a link to the report, as long as you may see it."
      />
      {!sendsMail && (
        <div className="mb-6 max-w-form">
          <Notice tone="warn" title="This server sends no mail.">
            The letters wait in the outbox until whoever runs the server sets up a mail server.
          </Notice>
        </div>
      )}
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <SelectField
            name="when"
            label="When it comes"
            width="medium"
            choices={RHYTHMS}
            defaultValue={String(delivery?.weekday ?? (delivery ? 'monthly' : 1))}
          />
          <CheckboxField
            name="withFigures"
            label="With its figures as a CSV file"
            defaultChecked={delivery?.withFigures}
          />
        </FormReply>
        <FormActions>
          <Button tone="primary" pending={isSaving}>
            Send it to me
          </Button>
          <ButtonLink href={paths.savedReport(district, saved.id)} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
