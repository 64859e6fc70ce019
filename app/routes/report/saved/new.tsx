import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { savedReportInput } from '~/domain/reports/inputs.server'
import { beginSaving, saveReport } from '~/domain/reports/saved.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { formatExactDay } from '~/ui/day'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { compareWordOf, reportRequestOf } from '../request.server'
import { NameFields } from './name-fields'
import { SavedTrail } from './saved-trail'

export const meta: MetaFunction = () => [{ title: 'Save this report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const asked = reportRequestOf(args.request, member)
  const begun = await member.read(beginSaving, asked)
  return { ...begun, ...asked, compare: compareWordOf(args.request, member) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, savedReportInput, async (input) => {
    await member.write(saveReport, input)
    return redirectWithNotice(
      paths.savedReport(member.district, input),
      `“${input.name}” is saved.`,
    )
  })
}

export default function SaveReport() {
  const { newId, school, asOf, organization, compare } = useLoaderData<typeof loader>()
  const reply = useReply()
  const isSaving = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<SavedTrail all />}
        title="Save this report"
        lead={`${school ?? 'The whole district'}${compare ? ', with what stands beside it' : ''}: what its address asks for is kept, not its figures.`}
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="organization" value={organization ?? ''} />
          <input type="hidden" name="compare" value={compare ?? ''} />
          <NameFields />
          <RadioGroupField
            name="asOf"
            label="As of"
            defaultValue="today"
            choices={[
              { value: 'today', label: 'The day it is opened' },
              {
                value: asOf,
                label: formatExactDay(asOf),
                hint: 'This day, whenever it is opened.',
              },
            ]}
          />
          <Button tone="primary" pending={isSaving}>
            Save the report
          </Button>
        </FormReply>
      </Form>
    </>
  )
}
