import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { setYardstick } from '~/domain/settings/editing.server'
import { yardstickInput } from '~/domain/settings/inputs.server'
import { getSettings } from '~/domain/settings/queries.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { DateField, NumberField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'Set a yardstick · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { schoolYearStartsOn } = await member.read(getSettings)
  return { schoolYearStartsOn }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, yardstickInput, async (input) => {
    await member.write(setYardstick, input)
    return redirectWithNotice(paths.settings(member.district), 'The yardstick is set.')
  })
}

export default function NewYardstick() {
  const { schoolYearStartsOn } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.settings(district)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Settings', href: back }]} />}
        title="Set a yardstick"
        lead="It holds from a day on. What was reported before that day stays as it is."
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <NumberField
            name="hours"
            label="Hours in a school year"
            required
            hint="Such as 15 or 22.5."
            suffix="hours"
          />
          <DateField
            name="startsOn"
            label="From"
            required
            min={schoolYearStartsOn}
            defaultValue={schoolYearStartsOn}
          />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" pending={isSending}>
            Set it
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
