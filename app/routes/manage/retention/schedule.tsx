import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { scheduleInput } from '~/domain/retention/inputs.server'
import { MIN_EVIDENCE_YEARS, MIN_SEPARATION_YEARS } from '~/domain/retention/retention'
import { openScheduleForm, setSchedule } from '~/domain/retention/schedule.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { NumberField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'Retention schedule · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openScheduleForm)
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, scheduleInput, async (input) => {
    await member.write(setSchedule, input)
    return redirectWithNotice(
      paths.retention(member.district),
      'Saved. The files are looked through within the hour.',
    )
  })
}

export default function Schedule() {
  const schedule = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.retention(district)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Retention', href: back }]} />}
        title="Retention schedule"
        lead="How long evidence files are kept. Hours, approvals and history are never deleted."
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={useReply()}>
          <NumberField
            name="evidenceYears"
            label="Files that count for a renewal, after it"
            required
            hint={`At least ${MIN_EVIDENCE_YEARS}. Where a state asks for more, its rule holds.`}
            inputMode="numeric"
            suffix="years"
            defaultValue={schedule.evidenceYears}
          />
          <NumberField
            name="separationYears"
            label="Files that count for none, after their educator left"
            required
            hint={`At least ${MIN_SEPARATION_YEARS}.`}
            inputMode="numeric"
            suffix="years"
            defaultValue={schedule.separationYears}
          />
          <RadioGroupField
            name="destroysWhenDue"
            label="When a file is due"
            required
            defaultValue={schedule.destroysWhenDue ? 'yes' : 'no'}
            choices={[
              {
                value: 'no',
                label: 'It waits until the office confirms it',
                hint: 'Nothing is destroyed without somebody looking.',
              },
              {
                value: 'yes',
                label: 'It is destroyed in the night after',
                hint: 'Each one leaves an entry in the audit trail. A legal hold keeps it.',
              },
            ]}
          />
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
